using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra;
using ReleaseInfra.Infra.Identity;
using ReleaseInfra.Infra.Images;
using ReleaseInfra.Infra.Observability;

namespace ReleaseInfra.Stacks.Composition;

/// <summary>An environment, wired together in the order in which its parts need each other.</summary>
internal sealed record ComposedEnvironment(Foundation Foundation, DataServices Data, Services Services)
{
    // The engine runs the program, and with it the Docker provider, in the folder that Pulumi.yaml calls "main": one
    // below the workspace, whatever the machine.
    private const string BuildRoot = "..";

    public static ComposedEnvironment Of(EnvironmentSettings settings)
    {
        var foundation = Foundation.Of(settings);
        var data = DataServices.Of(settings, foundation);
        var platform = new ServicePlatform(
            foundation.Placement,
            foundation.Account,
            new IdentityScopes(data.Registry.Id, data.Vault.Id),
            data.Secrets,
            new ImageSource(data.Registry.LoginServer, settings.Images, BuildRoot),
            PrivateLinks.Of(foundation, data));
        var services = new Services(settings, foundation, platform);
        if (settings.Alerts.Enabled)
        {
            _ = new Alerts(
                "alerts",
                new AlertsArgs(
                    foundation.Placement,
                    settings.Alerts,
                    settings.Notifications,
                    foundation.Telemetry.WorkspaceId,
                    data.Database.ServerId));
        }

        return new ComposedEnvironment(foundation, data, services);
    }
}
