using Pulumi;
using Pulumi.AzureNative.OperationalInsights;
using Pulumi.AzureNative.OperationalInsights.Inputs;
using ApplicationInsights = Pulumi.AzureNative.ApplicationInsights;

namespace ReleaseInfra.Infra.Observability;

/// <summary>Logs and traces of an environment: one workspace, and an Application Insights that writes into it.</summary>
public sealed class Telemetry : ComponentResource
{
    public Telemetry(string name, TelemetryArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:observability:Telemetry", name, options)
    {
        var placement = args.Placement;
        var children = new CustomResourceOptions { Parent = this };
        var workspaceArgs = new WorkspaceArgs
        {
            WorkspaceName = placement.Names.Logs.Value,
            ResourceGroupName = placement.ResourceGroup,
            Location = placement.Location,
            Tags = placement.Tags,
            Sku = new WorkspaceSkuArgs { Name = WorkspaceSkuNameEnum.PerGB2018 },
            RetentionInDays = args.Settings.RetentionDays,
            // Whoever may read a resource may read its logs; nobody needs the whole workspace for that.
            Features = new WorkspaceFeaturesArgs { EnableLogAccessUsingOnlyResourcePermissions = true },
        };
        if (args.Settings.DailyCapGb is { } cap)
            workspaceArgs.WorkspaceCapping = new WorkspaceCappingArgs { DailyQuotaGb = (double)cap };
        var workspace = new Workspace($"{name}-logs", workspaceArgs, children);

        var insights = new ApplicationInsights.Component(
            $"{name}-insights",
            new ApplicationInsights.ComponentArgs
            {
                ResourceName = placement.Names.ApplicationInsights.Value,
                ResourceGroupName = placement.ResourceGroup,
                Location = placement.Location,
                Tags = placement.Tags,
                Kind = "web",
                ApplicationType = ApplicationInsights.ApplicationType.Web,
                IngestionMode = ApplicationInsights.IngestionMode.LogAnalytics,
                WorkspaceResourceId = workspace.Id,
            },
            children);

        WorkspaceId = workspace.Id;
        WorkspaceKey = workspace.CustomerId;
        ConnectionString = Output.CreateSecret(insights.ConnectionString);
        RegisterOutputs();
    }

    [Output("workspaceId")]
    public Output<string> WorkspaceId { get; private set; }

    /// <summary>The GUID that queries name the workspace by.</summary>
    [Output("workspaceKey")]
    public Output<string> WorkspaceKey { get; private set; }

    /// <summary>Secret: whoever holds it can write telemetry that the release's gates would believe.</summary>
    public Output<string> ConnectionString { get; }
}
