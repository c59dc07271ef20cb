using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

/// <summary>A type that Azure Resource Manager addresses by a path of types and names in turn.</summary>
/// <param name="Template">
/// As in <c>Microsoft.Network/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}</c>: the inputs that hold the names,
/// the resource's own last; a name without braces is the only one that Azure allows.
/// </param>
internal sealed record ArmType(string Template)
{
    /// <summary>Beside the names, group and location, which no resource of Azure can change.</summary>
    public string[] Fixed { get; init; } = [];

    public string[] Secret { get; init; } = [];

    /// <summary>The own name where none is stated; null for one that the provider makes up.</summary>
    public string? DefaultName { get; init; }

    public Action<ArmResource>? Adds { get; init; }

    public ResourceRule Rule()
    {
        var segments = Template.Split('/');
        var inputs = segments.Select(InputOf).OfType<string>().ToArray();
        var type = string.Join('/', segments.Where((_, index) => index == 0 || index % 2 == 1));
        return new ResourceRule((scope, resource) => Compute(scope, resource, segments, type))
        {
            Path = Template,
            NameInput = InputOf(segments[^1]),
            Immutable = [.. inputs, "resourceGroupName", "location", .. Fixed],
            Secret = Secret,
        };
    }

    private ComputedResource Compute(AzureScope scope, DeclaredResource resource, string[] segments, string type)
    {
        var group = resource.Text("resourceGroupName");
        var own = InputOf(segments[^1]) is { } input
            ? resource.TextOrNull(input) ?? DefaultName ?? AutoName(scope, resource)
            : segments[^1];
        var parents = segments[..^1].Select(segment => InputOf(segment) is { } parent ? resource.Text(parent) : segment);
        var path = string.Join('/', parents.Append(own));
        var id = $"/subscriptions/{AzureScope.SubscriptionId}/resourceGroups/{group}/providers/{path}";

        var built = new ArmResource(scope, resource, id, own, group);
        built.Outputs["type"] = type;
        Adds?.Invoke(built);
        return new ComputedResource(id, own, built.Outputs);
    }

    /// <summary>Null for a name that is part of the template.</summary>
    internal static string? InputOf(string segment) => segment[0] == '{' ? segment[1..^1] : null;

    /// <summary>As the provider names what is not named: the logical name and eight hexadecimal digits.</summary>
    private static string AutoName(AzureScope scope, DeclaredResource resource) =>
        resource.Name + Derived.Hex($"{scope.Stack}/{resource.Type}/{resource.Name}", 8);
}
