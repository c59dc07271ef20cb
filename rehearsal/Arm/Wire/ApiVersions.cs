namespace ReleaseInfra.Rehearsal.Arm.Wire;

/// <summary>The version that a client without a wish of its own is told to use: the newest stable one that the wire form here follows.</summary>
internal static class ApiVersions
{
    private static readonly Dictionary<string, string> ByNamespace = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.App"] = "2025-07-01",
        ["Microsoft.AppConfiguration"] = "2024-06-01",
        ["Microsoft.Cache"] = "2025-07-01",
        ["Microsoft.ContainerInstance"] = "2025-09-01",
        ["Microsoft.ContainerRegistry"] = "2025-11-01",
        ["Microsoft.DBforPostgreSQL"] = "2025-08-01",
        ["Microsoft.Insights"] = "2022-06-15",
        ["Microsoft.KeyVault"] = "2026-02-01",
        ["Microsoft.ManagedIdentity"] = "2023-01-31",
        ["Microsoft.Network"] = "2024-05-01",
        ["Microsoft.OperationalInsights"] = "2023-09-01",
        ["Microsoft.Portal"] = "2020-09-01-preview",
        ["Microsoft.Storage"] = "2024-01-01",
        ["Microsoft.Web"] = "2025-05-01",
    };

    /// <param name="type">As in <c>Microsoft.App/containerApps</c>.</param>
    public static string Of(string type) => ByNamespace[type.Split('/')[0]];
}
