using Pulumi;
using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using Monitor = Pulumi.AzureNative.Monitor;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>Where the environment's container apps and jobs run.</summary>
public sealed class ContainerEnvironment : ComponentResource
{
    internal const string WorkloadProfile = "Consumption";

    public ContainerEnvironment(string name, ContainerEnvironmentArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:containerApps:ContainerEnvironment", name, options)
    {
        if (args.Settings.ZoneRedundant && args.SubnetId is null)
            throw new ArgumentException("A zone-redundant Container Apps environment needs a private network.", nameof(args));

        var environment = new ManagedEnvironment(name, Environment(args), new CustomResourceOptions { Parent = this });
        Logs(name, args, environment);

        Id = environment.Id;
        DefaultDomain = environment.DefaultDomain;
        RegisterOutputs();
    }

    public Output<string> Id { get; }

    /// <summary>Every app's host name ends in it.</summary>
    [Output("defaultDomain")]
    public Output<string> DefaultDomain { get; private set; }

    private static ManagedEnvironmentArgs Environment(ContainerEnvironmentArgs args)
    {
        var environment = new ManagedEnvironmentArgs
        {
            EnvironmentName = args.Placement.Names.ContainerEnvironment.Value,
            ResourceGroupName = args.Placement.ResourceGroup,
            Location = args.Placement.Location,
            Tags = args.Placement.Tags,
            WorkloadProfiles = new WorkloadProfileArgs { Name = WorkloadProfile, WorkloadProfileType = "Consumption" },
            // Through a diagnostic setting: the other way needs the workspace's shared key.
            AppLogsConfiguration = new AppLogsConfigurationArgs { Destination = "azure-monitor" },
            ZoneRedundant = args.Settings.ZoneRedundant,
            PublicNetworkAccess = PublicNetworkAccess.Enabled,
        };
        if (args.SubnetId is not null)
        {
            environment.VnetConfiguration = new VnetConfigurationArgs
            {
                InfrastructureSubnetId = args.SubnetId,
                // The network keeps data private; the apps' ingress is for users.
                Internal = false,
            };
        }

        return environment;
    }

    private void Logs(string name, ContainerEnvironmentArgs args, ManagedEnvironment environment) => _ = new Monitor.DiagnosticSetting(
        $"{name}-logs",
        new Monitor.DiagnosticSettingArgs
        {
            Name = "logs",
            ResourceUri = environment.Id,
            WorkspaceId = args.WorkspaceId,
            Logs = new[]
            {
                new Monitor.Inputs.DiagnosticsLogSettingsArgs { Category = "ContainerAppConsoleLogs", Enabled = true },
                new Monitor.Inputs.DiagnosticsLogSettingsArgs { Category = "ContainerAppSystemLogs", Enabled = true },
            },
        },
        new CustomResourceOptions { Parent = this });
}
