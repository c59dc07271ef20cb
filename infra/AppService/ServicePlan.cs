using Pulumi;
using Pulumi.AzureNative.Web;
using Pulumi.AzureNative.Web.Inputs;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.AppService;

/// <summary>The Linux machines that the environment's sites run on.</summary>
public sealed class ServicePlan : ComponentResource
{
    public ServicePlan(string name, ServicePlanArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:appService:ServicePlan", name, options)
    {
        var plan = new AppServicePlan(
            name,
            new AppServicePlanArgs
            {
                Name = args.Placement.Names.AppServicePlan.Value,
                ResourceGroupName = args.Placement.ResourceGroup,
                Location = args.Placement.Location,
                Tags = args.Placement.Tags,
                Kind = "linux",
                // Azure's word for Linux: without it the plan is one of Windows machines, whatever its kind says.
                Reserved = true,
                Sku = new SkuDescriptionArgs { Name = args.Settings.Sku, Capacity = args.Settings.Instances },
                ZoneRedundant = args.Settings.ZoneRedundant,
            },
            new CustomResourceOptions { Parent = this });

        Id = plan.Id;
        RegisterOutputs();
    }

    [Output("id")]
    public Output<string> Id { get; private set; }
}

public sealed record ServicePlanArgs(Placement Placement, AppServicePlanSettings Settings);
