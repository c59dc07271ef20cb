using Pulumi;
using Pulumi.AzureNative.KeyVault;
using Pulumi.AzureNative.KeyVault.Inputs;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.KeyVault;

/// <summary>The secrets that the program writes itself, straight from the resource that each belongs to.</summary>
public sealed class ProgramSecrets : ComponentResource
{
    private readonly Dictionary<ProgramSecret, Output<string>> _uris = [];
    private readonly ProgramSecretsArgs _args;

    public ProgramSecrets(string name, ProgramSecretsArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:keyVault:ProgramSecrets", name, options)
    {
        _args = args;
        Keep(ProgramSecret.DatabaseUrl, args.DatabaseUrl);
        Keep(ProgramSecret.CacheUrl, args.CacheUrl);
        Keep(ProgramSecret.TelemetryConnection, args.TelemetryConnection);
        RegisterOutputs();
    }

    /// <summary>Always with a version: what a release reads must not change under it.</summary>
    public Output<string> UriOf(SecretReference reference) => reference switch
    {
        ProgramSecret own => _uris[own],
        KeptSecret kept => Output.Format($"{_args.VaultUri}secrets/{kept.Name}/{kept.Version}"),
        _ => throw new ArgumentOutOfRangeException(
            nameof(reference), reference, "A secret is the program's own or kept by people."),
    };

    private void Keep(ProgramSecret name, Output<string> value)
    {
        var secret = new Secret(
            name.Name,
            new SecretArgs
            {
                SecretName = name.Name,
                VaultName = _args.VaultName,
                ResourceGroupName = _args.Placement.ResourceGroup,
                Tags = _args.Placement.Tags,
                Properties = new SecretPropertiesArgs { Value = Output.CreateSecret(value) },
            },
            new CustomResourceOptions { Parent = this });
        // The engine takes all of a secret's properties for secret. Its address is none, and shown it explains a diff.
        _uris.Add(name, Output.Unsecret(secret.Properties.Apply(properties => properties.SecretUriWithVersion)));
    }
}
