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

    /// <summary><c>green-v1-2-3</c>, or <c>green-v1-2-3-r2</c> for the same tag with another template.</summary>
    public static string Suffix(Slot slot, ImageTag tag, int revision) =>
        revision == 1 ? $"{slot.Name()}-{tag.InNames}" : $"{slot.Name()}-{tag.InNames}-r{revision}";

    /// <summary><c>app-web-prod--green-v1-2-3</c>.</summary>
    public static string Full(AzureName containerApp, Slot slot, ImageTag tag, int revision) =>
        $"{containerApp}--{Suffix(slot, tag, revision)}";
}
