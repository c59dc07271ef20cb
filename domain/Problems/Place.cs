using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Problems;

/// <summary>What a problem is about: where, under which path, and what stands there.</summary>
/// <param name="Value">Null where nothing is written, and for what may be a secret.</param>
public sealed record Place(SourceMark Source, string Path, string? Value)
{
    private const int LongestValue = 80;

    public static Place Of(DocumentNode node) => new(node.Source, node.Path, Shown(node));

    /// <summary>A key that is not written in an object that is.</summary>
    public static Place Missing(ObjectNode node, string key) => new(node.Source, DocumentPath.Join(node.Path, key), null);

    public static Place Key(SourceMark source, string path) => new(source, path, null);

    public static Place File(string file) => new(new SourceMark(file, 0, 0), "", null);

    /// <summary>The path below the object, with the line of the innermost value around it that is written.</summary>
    public static Place Find(ObjectNode node, string path)
    {
        var nearest = node.Nearest(path);
        var whole = DocumentPath.Join(node.Path, path);
        return nearest.Path == whole ? Of(nearest) : new Place(nearest.Source, whole, null);
    }

    private static string? Shown(DocumentNode node)
    {
        if (node is not ScalarNode { Kind: not ScalarKind.Null } scalar || DocumentPath.MayHoldSecrets(node.Path))
            return null;
        return scalar.Text.Length <= LongestValue ? scalar.Text : $"{scalar.Text.AsSpan(0, LongestValue)}...";
    }
}
