namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>Secret values that are known by sight, so that a test can find them wherever they leak to.</summary>
public static class Canary
{
    private const string Mark = "canary";

    public static string For(string what) => $"{Mark}-{what}-{Mark}";

    public static bool IsIn(string text) => text.Contains(Mark, StringComparison.Ordinal);
}
