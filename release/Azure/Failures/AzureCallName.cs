namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>A call as messages name it, and as Azure's support finds it.</summary>
/// <param name="Path">Without query.</param>
/// <param name="ClientRequestId">Made here, and kept by Azure beside its own.</param>
internal sealed record AzureCallName(string Method, string Path, string ClientRequestId)
{
    private const string Providers = "/providers/";

    /// <summary>What a reader knows it by: <c>PATCH Microsoft.App/containerApps/app-web-prod</c>.</summary>
    public override string ToString()
    {
        var at = Path.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        return $"{Method} {(at < 0 ? Path : Path[(at + Providers.Length)..])}";
    }
}
