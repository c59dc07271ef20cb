using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>The values inside a map that hold no others, each with its path.</summary>
internal static class InputLeaves
{
    public static IEnumerable<(string Path, InputValue Value)> Of(MapValue map) => Of("", map);

    private static IEnumerable<(string Path, InputValue Value)> Of(string path, InputValue value) => value switch
    {
        MapValue map => map.Entries.SelectMany(entry => Of(PropertyPath.Child(path, entry.Key), entry.Value)),
        ListValue list => list.Items.SelectMany((item, index) => Of(PropertyPath.Item(path, index), item)),
        _ => [(path, value)],
    };
}
