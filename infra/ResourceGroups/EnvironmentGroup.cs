using System.Collections.Immutable;
using Pulumi;
using Pulumi.AzureNative.Resources;
using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Infra.ResourceGroups;

/// <summary>The resource group that holds everything of one environment.</summary>
public sealed class EnvironmentGroup : ComponentResource
{
    public EnvironmentGroup(string name, EnvironmentGroupArgs args, ComponentResourceOptions? options = null)
        : base("release-infra:resourceGroups:EnvironmentGroup", name, options)
    {
        var group = new ResourceGroup(
            name,
            new ResourceGroupArgs
            {
                ResourceGroupName = args.Names.ResourceGroup.Value,
                Location = args.Location,
                Tags = args.Tags,
            },
            new CustomResourceOptions { Parent = this });

        Name = group.Name;
        RegisterOutputs();
    }

    [Output("name")]
    public Output<string> Name { get; private set; }
}

public sealed record EnvironmentGroupArgs(AzureNames Names, string Location, ImmutableDictionary<string, string> Tags);
