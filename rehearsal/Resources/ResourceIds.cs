namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>Azure's ids, which it compares without case.</summary>
internal static class ResourceIds
{
    private const string Providers = "/providers/";

    public static readonly string Subscription = $"/subscriptions/{AzureScope.SubscriptionId}";

    public static string OfGroup(string name) => $"{Subscription}/resourceGroups/{name}";

    public static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The id itself and everything beneath it.</summary>
    public static bool Covers(string scope, string id) =>
        id.StartsWith(scope, StringComparison.OrdinalIgnoreCase) && (id.Length == scope.Length || id[scope.Length] == '/');

    /// <summary>As in <c>Microsoft.Web/sites/slots</c>.</summary>
    public static string TypeOf(string id)
    {
        var at = id.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return "Microsoft.Resources/resourceGroups";

        var segments = id[(at + Providers.Length)..].Split('/');
        return string.Join('/', segments.Where((_, index) => index == 0 || index % 2 == 1));
    }

    /// <summary>Null for what stands directly in a group, in the subscription or on another resource.</summary>
    public static string? ParentOf(string id)
    {
        var at = id.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || id[(at + Providers.Length)..].Split('/').Length <= 3)
            return null;

        var parent = Up(id);
        // The one blob service of a storage account comes with it, and nobody creates it.
        return parent.EndsWith("/blobServices/default", StringComparison.OrdinalIgnoreCase) ? Up(parent) : parent;
    }

    /// <summary>The resource group's name; null outside any.</summary>
    public static string? GroupOf(string id)
    {
        var segments = id.Split('/');
        return segments.Length > 4 && segments[3].Equals("resourceGroups", StringComparison.OrdinalIgnoreCase) ? segments[4] : null;
    }

    private static string Up(string id) => id[..id.LastIndexOf('/', id.LastIndexOf('/') - 1)];
}
