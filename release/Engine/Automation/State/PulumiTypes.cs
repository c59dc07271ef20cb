namespace ReleaseInfra.Cli.Engine.Automation.State;

/// <summary>Resources that are the engine's own and nothing in Azure.</summary>
internal static class PulumiTypes
{
    public const string Stack = "pulumi:pulumi:Stack";

    private const string Providers = "pulumi:providers:";

    public static bool IsOwn(string type) => type == Stack || type.StartsWith(Providers, StringComparison.Ordinal);

    public static string NameOf(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    /// <summary>Null directly under the stack.</summary>
    public static string? Parent(string? urn) =>
        string.IsNullOrEmpty(urn) || urn.Contains($"::{Stack}::", StringComparison.Ordinal) ? null : urn;
}
