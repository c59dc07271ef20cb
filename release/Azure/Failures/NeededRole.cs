namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>The least of Azure's built-in roles that a call needs.</summary>
internal static class NeededRole
{
    /// <summary>Sees names, versions and dates, and never a value.</summary>
    public const string SecretLister = "Key Vault Reader";

    public const string Puller = "AcrPull";

    private const string Reader = "Reader";

    private static readonly (string Part, string Role)[] Readers =
    [
        ("/providers/Microsoft.Insights/metrics", "Monitoring Reader"),
        ("/v1/workspaces/", "Log Analytics Reader"),
        ("/providers/Microsoft.ResourceGraph/", Reader),
        ("/secrets/", SecretLister),
        ("/oauth2/", Puller),
        ("/v2/", Puller),
    ];

    private static readonly (string Part, string Role)[] Writers =
    [
        ("/providers/Microsoft.App/jobs/", "Container Apps Jobs Operator"),
        ("/providers/Microsoft.App/", "Container Apps Contributor"),
        ("/providers/Microsoft.Web/", "Website Contributor"),
    ];

    public static string For(AzureCallName call) =>
        Find(Readers, call) ?? (call.Method == "GET" ? Reader : Find(Writers, call) ?? "Contributor");

    private static string? Find((string Part, string Role)[] roles, AzureCallName call) =>
        Array.Find(roles, role => call.Path.Contains(role.Part, StringComparison.OrdinalIgnoreCase)).Role;
}
