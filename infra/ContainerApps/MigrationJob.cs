using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Infra.Identity;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>Brings the database to a release's schema. Declared here and started by the release, never by an update.</summary>
public sealed class MigrationJob : ComponentResource
{
    public MigrationJob(string name, MigrationJobArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:containerApps:MigrationJob", name, options)
    {
        var settings = args.Settings;
        var platform = args.Host.Platform;
        JobName = platform.Placement.Names.MigrationJob.Value;
        var identity = new ServiceIdentity(name, platform, readsSecrets: !settings.Secrets.IsEmpty, parent: this);
        var variables = ServiceVariables.Of(name, settings.Variables, settings.Secrets, args.Release.Tag, args.Release.Tag.Text);
        _ = new Job(
            name,
            new JobArgs
            {
                JobName = JobName,
                ResourceGroupName = platform.Placement.ResourceGroup,
                Location = platform.Placement.Location,
                Tags = platform.Placement.Tags,
                EnvironmentId = args.Host.EnvironmentId,
                WorkloadProfileName = ContainerEnvironment.WorkloadProfile,
                Identity = AppParts.Identity(identity),
                Configuration = new JobConfigurationArgs
                {
                    TriggerType = TriggerType.Manual,
                    // Two migrations at once would race for the same tables.
                    ManualTriggerConfig = new JobConfigurationManualTriggerConfigArgs
                    {
                        Parallelism = 1,
                        ReplicaCompletionCount = 1,
                    },
                    ReplicaTimeout = settings.TimeoutSeconds,
                    ReplicaRetryLimit = settings.Retries,
                    IdentitySettings = AppParts.Lifecycle(identity),
                    Registries = AppParts.Registry(platform, identity),
                    Secrets = ContainerSecrets.Of(name, variables, platform.Secrets, identity),
                },
                Template = new JobTemplateArgs { Containers = Container(name, args, variables) },
            },
            AppParts.Options(platform, identity, this));
        RegisterOutputs();
    }

    public string JobName { get; }

    private ContainerArgs Container(string name, MigrationJobArgs args, ServiceVariables variables)
    {
        var settings = args.Settings;
        var container = new ContainerArgs
        {
            Name = name,
            Image = args.Host.Platform.Images.Reference($"{name}-image", settings.Image, args.Release.Tag, settings.Build, this),
            Resources = AppParts.Resources(settings.Compute),
            Env = ContainerVariables.Of(variables),
        };
        if (!settings.Command.IsEmpty)
            container.Command = settings.Command;
        return container;
    }
}

public sealed record MigrationJobArgs(ContainerHost Host, MigrationSettings Settings, RollingRelease Release);
