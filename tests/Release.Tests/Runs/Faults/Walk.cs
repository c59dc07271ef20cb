namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>What happens to a release of web on its way, one thing after the other; each place with all that was before it.</summary>
internal static class Walk
{
    /// <summary>In the journal's line, once the first step's weight is seen.</summary>
    public const string Moved = "\"event\":\"service moved\"";

    public static readonly string[] Checked = ["preflight passed"];
    public static readonly string[] Deployed = [.. Checked, "new version ready"];
    public static readonly string[] Smoked = [.. Deployed, "smoke passed"];
    public static readonly string[] Drilling = [.. Smoked, "drill began"];
    public static readonly string[] Begun = [.. Drilling, "drill returned", "step began"];
    public static readonly string[] AtTen = [.. Begun, "service moved"];
    public static readonly string[] PastTen = [.. AtTen, "gates passed"];
    public static readonly string[] AtHundred = [.. PastTen, "service moved"];
    public static readonly string[] Watched = [.. AtHundred, "gates passed", "watch began"];
    public static readonly string[] Through = [.. Watched, "watch passed"];
}
