using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>Inputs that the program leaves to others stay as they were applied, whatever it declares.</summary>
internal static class IgnoredInputs
{
    /// <param name="paths">Keys joined by dots; a path into a list keeps the list.</param>
    public static MapValue Keep(MapValue before, MapValue after, ImmutableArray<string> paths)
    {
        foreach (var path in paths)
            after = Keep(before, after, path.Split('.', '['));

        return after;
    }

    private static MapValue Keep(MapValue? before, MapValue after, ReadOnlySpan<string> path)
    {
        var key = path[0];
        var (old, now) = (before?.Find(key), after.Find(key));
        var kept = path.Length > 1 && now is MapValue inner ? Keep(old as MapValue, inner, path[1..]) : old;
        var others = after.Entries.Where(entry => entry.Key != key);
        return MapValue.Of(kept is null ? others : others.Append(new MapEntry(key, kept)));
    }
}
