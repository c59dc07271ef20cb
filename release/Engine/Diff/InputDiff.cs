using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>The smallest properties that differ between two sets of inputs, in the order of their paths.</summary>
internal static class InputDiff
{
    public static IReadOnlyList<PropertyChange> Between(MapValue before, MapValue after)
    {
        var changes = new List<PropertyChange>();
        CompareMaps(changes, "", before, after);
        return changes;
    }

    private static void Compare(List<PropertyChange> changes, string path, InputValue? before, InputValue? after)
    {
        switch (before, after)
        {
            case (MapValue old, MapValue now):
                CompareMaps(changes, path, old, now);
                break;
            case (ListValue old, ListValue now):
                CompareLists(changes, path, old, now);
                break;
            default:
                if (!Same(before, after))
                    changes.Add(new PropertyChange(path, before, after, ForcesReplacement: false));
                break;
        }
    }

    private static void CompareMaps(List<PropertyChange> changes, string path, MapValue before, MapValue after)
    {
        var (old, now) = (0, 0);
        while (old < before.Entries.Length || now < after.Entries.Length)
        {
            var order = (old < before.Entries.Length, now < after.Entries.Length) switch
            {
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(before.Entries[old].Key, after.Entries[now].Key),
            };
            var key = order <= 0 ? before.Entries[old].Key : after.Entries[now].Key;
            var from = order <= 0 ? before.Entries[old++].Value : null;
            var to = order >= 0 ? after.Entries[now++].Value : null;
            Compare(changes, PropertyPath.Child(path, key), from, to);
        }
    }

    private static void CompareLists(List<PropertyChange> changes, string path, ListValue before, ListValue after)
    {
        for (var index = 0; index < Math.Max(before.Items.Length, after.Items.Length); index++)
        {
            var from = index < before.Items.Length ? before.Items[index] : null;
            var to = index < after.Items.Length ? after.Items[index] : null;
            Compare(changes, PropertyPath.Item(path, index), from, to);
        }
    }

    private static bool Same(InputValue? before, InputValue? after) => (before, after) switch
    {
        // Two secrets without a digest may be the same or not, and what is not known to be the same is a change.
        (SecretValue { Digest: { } old }, SecretValue { Digest: { } now }) => old == now,
        (SecretValue, _) or (_, SecretValue) => false,
        (UnknownValue, _) or (_, UnknownValue) => false,
        _ => Equals(before, after),
    };
}
