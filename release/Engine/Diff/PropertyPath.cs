namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>Paths as in <c>template.containers[0].image</c>; a key with a dot in it stands in brackets and quotes.</summary>
internal static class PropertyPath
{
    public static string Child(string parent, string key)
    {
        var plain = !key.AsSpan().ContainsAny('.', '[', ']');
        return (parent.Length, plain) switch
        {
            (_, false) => $"{parent}[\"{key}\"]",
            (0, true) => key,
            _ => $"{parent}.{key}",
        };
    }

    public static string Item(string parent, int index) => $"{parent}[{index}]";

    /// <summary>Whether it is the other path, or lies beneath it.</summary>
    public static bool IsUnder(string path, string other) =>
        path.StartsWith(other, StringComparison.Ordinal) && (path.Length == other.Length || path[other.Length] is '.' or '[');
}
