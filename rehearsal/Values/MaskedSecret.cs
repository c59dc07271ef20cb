namespace ReleaseInfra.Rehearsal.Values;

/// <summary>What stands in a secret's place: enough to tell change from no change, and nothing to read.</summary>
public static class MaskedSecret
{
    private const string Opening = "[secret ";

    /// <param name="digest">Keyed, or anybody could try values until one fits.</param>
    public static string Of(string digest) => $"{Opening}{digest}]";

    internal static bool Is(string text) => text.StartsWith(Opening, StringComparison.Ordinal);
}
