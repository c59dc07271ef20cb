namespace ReleaseInfra.Rehearsal.Arm.Wire;

/// <summary>What stands beside <c>properties</c> in every resource of Azure.</summary>
internal static class EnvelopeKeys
{
    /// <summary>What a caller may state there.</summary>
    public static readonly string[] Stated =
        ["location", "kind", "managedBy", "sku", "plan", "zones", "extendedLocation", "identity", "tags"];

    /// <summary>What names the resource.</summary>
    public static readonly string[] Naming = ["id", "name", "type", "resourceGroupName"];

    /// <summary>Within an element of a list.</summary>
    public static readonly string[] OfElement = ["id", "name", "type", "etag"];
}
