using ReleaseInfra.Cli.Azure.Calls;

namespace ReleaseInfra.Cli.Azure.KeyVault;

/// <param name="NotBefore">Null for from ever on; <paramref name="Expires"/> for never.</param>
internal sealed record ListedVersion(string Name, bool Enabled, DateTimeOffset Created, DateTimeOffset? NotBefore, DateTimeOffset? Expires)
{
    public static ListedVersion Read(WireJson listed) => new(
        listed.Text("id").Split('/')[^1],
        listed.Flag("attributes", "enabled"),
        Time(listed, "created") ?? DateTimeOffset.MinValue,
        Time(listed, "nbf"),
        Time(listed, "exp"));

    /// <summary>The vault itself would still give an expired one away; whoever set the date did not mean it to be relied on.</summary>
    public bool IsUsable(DateTimeOffset now) => Enabled && !(NotBefore > now) && !(Expires <= now);

    private static DateTimeOffset? Time(WireJson listed, string name) =>
        listed.NumberOrNull("attributes", name) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
}
