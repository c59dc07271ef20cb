using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Arm.Wire;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Arm.Calls;

/// <summary>What is above resources: the subscription, its groups, and the namespaces that it is registered with.</summary>
internal sealed partial class SubscriptionCalls(ArmWorld world)
{
    private const string GroupType = "Microsoft.Resources/resourceGroups";

    public IEnumerable<ArmCall> All =>
    [
        new("subscriptions.list", "GET", "/subscriptions", _ => Answer(JsonAnswer.Page([Subscription()]))),
        new("subscriptions.get", "GET", CallPaths.Subscription, GetSubscriptionAsync),
        new("providers.get", "GET", CallPaths.Subscription + "/providers/{namespace}", GetProviderAsync),
        new("groups.list", "GET", CallPaths.Subscription + "/resourceGroups", ListGroupsAsync),
        new("groups.get", "GET", CallPaths.Group, GetGroupAsync),
        new("resources.listByGroup", "GET", CallPaths.Group + "/resources", ListResourcesAsync),
        new("resources.list", "GET", CallPaths.Subscription + "/resources", ListResourcesAsync),
    ];

    private async Task<ArmAnswer> GetSubscriptionAsync(ArmRequest request)
    {
        await KnownScope.RequireHolderAsync(world, request);
        return new JsonAnswer(200, Subscription());
    }

    private async Task<ArmAnswer> GetProviderAsync(ArmRequest request)
    {
        await KnownScope.RequireHolderAsync(world, request);
        var name = request.Value("namespace");
        return ArmTypes.Namespaces().FirstOrDefault(known => ResourceIds.Same(known, name)) is { } found
            ? new JsonAnswer(200, Provider(found))
            : ArmErrors.InvalidNamespace(name);
    }

    private async Task<ArmAnswer> ListGroupsAsync(ArmRequest request)
    {
        await KnownScope.RequireHolderAsync(world, request);
        var all = await world.Azure.Resources.ListAsync(ResourceIds.Subscription, request.Cancellation);
        return JsonAnswer.Page(all.Where(resource => ResourceIds.TypeOf(resource.Id) == GroupType).Select(Group));
    }

    private async Task<ArmAnswer> GetGroupAsync(ArmRequest request)
    {
        await KnownScope.RequireHolderAsync(world, request);
        return new JsonAnswer(200, Group(await world.Azure.Resources.GetAsync(request.Path, request.Cancellation)));
    }

    /// <summary>What Resource Manager itself tracks: not what is beneath or upon other resources, save for slots.</summary>
    private async Task<ArmAnswer> ListResourcesAsync(ArmRequest request)
    {
        await KnownScope.RequireHolderAsync(world, request);
        var type = request.Query("$filter") is not { } filter ? null
            : TypeFilter().Match(filter) is { Success: true } match ? match.Groups[1].Value
            : throw new ArmRefusal(ArmErrors.InvalidFilter(filter, "resourceType eq '<type>'"));

        var scope = request.Path[..request.Path.LastIndexOf('/')];
        var tracked = await Tracked.InAsync(world, scope, request.Cancellation);
        return JsonAnswer.Page(tracked
            .Where(resource => type is null || ResourceIds.Same(ResourceIds.TypeOf(resource.Id), type))
            .Select(ToWire.Of)
            .Select(WithoutProperties));
    }

    private static JsonObject WithoutProperties(JsonObject resource)
    {
        resource.Remove("properties");
        return resource;
    }

    private static JsonObject Group(AzureResource group)
    {
        var wire = ToWire.Of(group);
        wire["properties"] = new JsonObject { ["provisioningState"] = "Succeeded" };
        return wire;
    }

    private static JsonObject Subscription() => new()
    {
        ["id"] = ResourceIds.Subscription,
        ["subscriptionId"] = AzureScope.SubscriptionId,
        ["tenantId"] = AzureScope.TenantId,
        ["displayName"] = "Rehearsal",
        ["state"] = "Enabled",
        ["authorizationSource"] = "RoleBased",
    };

    private static JsonObject Provider(string name) => new()
    {
        ["id"] = $"{ResourceIds.Subscription}/providers/{name}",
        ["namespace"] = name,
        ["registrationState"] = "Registered",
        ["registrationPolicy"] = "RegistrationRequired",
        ["resourceTypes"] = new JsonArray([.. ArmTypes.OfNamespace(name).Select(type => new JsonObject
        {
            ["resourceType"] = type.Type[(name.Length + 1)..],
            ["locations"] = new JsonArray(),
            ["apiVersions"] = new JsonArray(ApiVersions.Of(type.Type)),
            ["capabilities"] = "SupportsTags, SupportsLocation",
        })]),
    };

    private static Task<ArmAnswer> Answer(ArmAnswer answer) => Task.FromResult(answer);

    [GeneratedRegex(@"^\s*resourceType\s+eq\s+'([^']+)'\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex TypeFilter();
}
