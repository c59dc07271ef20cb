using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>An app's host names: two hyphens before a revision's suffix, three before a label.</summary>
internal sealed class AppHosts(AzureResource app)
{
    /// <summary>Null without ingress.</summary>
    private readonly string? _domain = Domain(app);

    public string App => Host(app.AzureName);

    public string Revision(string name) => Host(name);

    public string Label(string label) => Host($"{app.AzureName}---{label}");

    private string Host(string label) => _domain is null ? "" : $"{label}.{_domain}";

    private static string? Domain(AzureResource app) =>
        app.Outputs.GetValueOrDefault("configuration") is IReadOnlyDictionary<string, object> configuration
        && configuration.GetValueOrDefault("ingress") is IReadOnlyDictionary<string, object> ingress
        && ingress.GetValueOrDefault("fqdn") is string host
            ? host[(app.AzureName.Length + 1)..]
            : null;
}
