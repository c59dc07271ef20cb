using System.Globalization;
using Pulumi;
using Pulumi.AzureNative.Web.Inputs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.KeyVault;

namespace ReleaseInfra.Infra.AppService;

/// <summary>A site's variables. Secrets are references that its identity follows; App Service never holds their values.</summary>
internal static class AppSettings
{
    public static NameValuePairArgs[] Of(AppServiceSettings settings, SiteVersion version, ProgramSecrets vault)
    {
        var variables = ServiceVariables.Of(
            settings.Name, settings.Variables, settings.Secrets, version.Tag, version.Telemetry);
        return
        [
            Setting(ReservedVariables.SitePort, settings.Port.ToString(CultureInfo.InvariantCulture)),
            // A container keeps nothing on the machine, so the shared drive is not mounted over it.
            Setting(ReservedVariables.SiteStorage, "false"),
            .. variables.Plain.Select(plain => Setting(plain.Key, plain.Value)),
            .. variables.Secret.Select(secret => Setting(secret.Key, Reference(vault.UriOf(secret.Value)))),
        ];
    }

    private static Output<string> Reference(Output<string> uri) => Output.Format($"@Microsoft.KeyVault(SecretUri={uri})");

    private static NameValuePairArgs Setting(string name, Input<string> value) => new() { Name = name, Value = value };
}
