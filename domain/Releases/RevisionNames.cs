using ReleaseInfra.Domain.Names;

namespace ReleaseInfra.Domain.Releases;

/// <summary>
/// A revision's name follows from the configuration alone, so that traffic can name the old revision long after the
/// template has moved on.
/// </summary>
public static class RevisionNames
{
    /// <summary>Azure's limit for the name of the app and of the revision together, separator included.</summary>
    public const int Longest = 54;

    private const string Separator = "--";

    /// <summary><c>green-v1-2-3</c>, or <c>green-v1-2-3-r2</c> for the same tag with another template.</summary>
    public static string Suffix(Slot slot, ImageTag tag, int revision) =>
        revision == 1 ? $"{slot.Name()}-{tag.InNames}" : $"{slot.Name()}-{tag.InNames}-r{revision}";

    /// <summary><c>app-web-prod--green-v1-2-3</c>.</summary>
    public static string Full(AzureName containerApp, Slot slot, ImageTag tag, int revision) =>
        $"{containerApp}{Separator}{Suffix(slot, tag, revision)}";

    /// <summary>Whether it is a revision's name, and not a site's.</summary>
    public static bool IsFull(string name) => name.Contains(Separator, StringComparison.Ordinal);

    /// <summary>Whether a revision is of the slot with the tag, in whichever revision of the template.</summary>
    /// <param name="name">As of <see cref="Full"/>.</param>
    public static bool IsOf(string name, Slot slot, ImageTag tag)
    {
        var start = $"{Separator}{Suffix(slot, tag, 1)}";
        var at = name.IndexOf(start, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return false;
        // No tag has a part 'r' and a number, so what ends like this has no other tag.
        var rest = name.AsSpan(at + start.Length);
        return rest.IsEmpty || (rest.StartsWith("-r", StringComparison.OrdinalIgnoreCase) && int.TryParse(rest[2..], out _));
    }
}
