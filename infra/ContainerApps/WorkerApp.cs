using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>A service that nobody calls: one revision at a time, the new one taking over when it is up.</summary>
/// <remarks>
/// Its revisions are named by Azure, since no traffic refers to them; a suffix would only forbid a second change.
/// </remarks>
public sealed class WorkerApp : ComponentResource
{
    public WorkerApp(string name, WorkerAppArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:containerApps:WorkerApp", name, options)
    {
        var settings = args.Settings;
        if (settings.Ingress is not null)
        {
            throw new ArgumentException(
                $"{settings.Name} has ingress, so it is released blue and green and not as a worker.", nameof(args));
        }


        var platform = args.Host.Platform;
        AppName = platform.Placement.Names.ContainerApp(settings.Name).Value;
        var identity = new ServiceIdentity(name, platform, readsSecrets: !settings.Secrets.IsEmpty, parent: this);
        var variables = ServiceVariables.Of(
            settings.Name, settings.Variables, settings.Secrets, args.Release.Tag, args.Release.Tag.Text);
        _ = new ContainerApp(
            name,
            new ContainerAppArgs
            {
                ContainerAppName = AppName,
                ResourceGroupName = platform.Placement.ResourceGroup,
                Location = platform.Placement.Location,
                Tags = platform.Placement.Tags,
                EnvironmentId = args.Host.EnvironmentId,
                WorkloadProfileName = ContainerEnvironment.WorkloadProfile,
                Identity = AppParts.Identity(identity),
                Configuration = new ConfigurationArgs
                {
                    ActiveRevisionsMode = ActiveRevisionsMode.Single,
                    IdentitySettings = AppParts.Lifecycle(identity),
                    Registries = AppParts.Registry(platform, identity),
                    Secrets = ContainerSecrets.Of(settings.Name, variables, platform.Secrets, identity),
                },
                Template = new TemplateArgs
                {
                    Scale = ReplicaScale.ByCpu(settings.Replicas),
                    Containers = new ContainerArgs
                    {
                        Name = settings.Name,
                        Image = platform.Images.Reference(
                            $"{settings.Name}-image", settings.Image, args.Release.Tag, settings.Build, this),
                        Resources = AppParts.Resources(settings.Compute),
                        Env = ContainerVariables.Of(variables),
                    },
                },
            },
            AppParts.Options(platform, identity, this));
        RegisterOutputs();
    }

    public string AppName { get; }
}

public sealed record WorkerAppArgs(ContainerHost Host, ContainerAppSettings Settings, RollingRelease Release);
