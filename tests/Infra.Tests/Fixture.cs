using Pulumi;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.AppService;
using ReleaseInfra.Infra.ContainerApps;
using ReleaseInfra.Infra.Identity;
using ReleaseInfra.Infra.Images;
using ReleaseInfra.Infra.KeyVault;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests;

/// <summary>What a component under test is given, without the components that would make it. To be called within a run.</summary>
internal static class Fixture
{
    public const string VaultUri = "https://kv-app-prod-96j8jr.vault.azure.net/";

    public static Placement Placement(EnvironmentSettings? settings = null)
    {
        settings ??= SettingsFixtures.Production;
        return new Placement(settings.Names(), Output.Create("rg-app-prod"), settings.Location, EnvironmentTags.Of(settings));
    }

    public static ServicePlatform Platform(bool pinDigests = false)
    {
        var placement = Placement();
        return new ServicePlatform(
            placement,
            Account(),
            new IdentityScopes(Output.Create("registry-id"), Output.Create("vault-id")),
            Secrets(placement),
            new ImageSource(Output.Create("example.azurecr.io"), new ImageSettings(pinDigests), ".."),
            Ready: []);
    }

    public static AzureAccount Account() => new(Output.Create("the-subscription"), Output.Create("the-tenant"));

    public static ContainerHost Containers(bool pinDigests = false) =>
        new(Platform(pinDigests), Output.Create("environment-id"), Output.Create("happy-hill.azurecontainerapps.io"));

    public static SiteHost Sites(string? subnetId = null) =>
        new(Platform(), Output.Create("plan-id"), subnetId is null ? null : Output.Create(subnetId));

    public static ProgramSecrets Secrets(Placement placement) => new(
        "secrets",
        new ProgramSecretsArgs(
            placement,
            Output.Create("kv-app-prod-96j8jr"),
            Output.Create(VaultUri),
            Output.CreateSecret(Canary.For("database")),
            Output.CreateSecret(Canary.For("cache")),
            Output.CreateSecret(Canary.For("telemetry"))));
}
