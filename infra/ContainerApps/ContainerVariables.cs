using Pulumi.AzureNative.App.Inputs;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>A container's variables, in the order of their names, so that the order is no change.</summary>
internal static class ContainerVariables
{
    public static EnvironmentVarArgs[] Of(ServiceVariables variables) =>
    [
        .. variables.Plain.Select(plain => new EnvironmentVarArgs { Name = plain.Key, Value = plain.Value }),
        .. variables.Secret.Select(secret => new EnvironmentVarArgs
        {
            Name = secret.Key,
            SecretRef = ContainerSecrets.NameOf(secret.Value),
        }),
    ];
}
