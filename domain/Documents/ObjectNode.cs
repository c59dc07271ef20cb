using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Documents;

/// <param name="Properties">In the order in which they were written.</param>
public sealed record ObjectNode(SourceMark Source, string Path, OrderedDictionary<string, DocumentProperty> Properties)
    : DocumentNode(Source, Path)
{
    public static ObjectNode Empty(SourceMark source, string path) => new(source, path, []);

    /// <summary>Null for a key that is not there or was written as nothing.</summary>
    public DocumentNode? Find(string key) =>
        Properties.TryGetValue(key, out var property) && !property.Value.IsNull ? property.Value : null;

    /// <summary>The value at the path, or the innermost one around it that was written.</summary>
    public DocumentNode Nearest(string path)
    {
        DocumentNode nearest = this;
        foreach (var key in path.Split('.'))
        {
            if (nearest is not ObjectNode inner || inner.Find(key) is not { } found)
                break;
            nearest = found;
        }

        return nearest;
    }

    public override bool Agrees(DocumentNode other) =>
        other is ObjectNode written
        && written.Properties.Count == Properties.Count
        && Properties.All(own => written.Properties.TryGetValue(own.Key, out var theirs) && own.Value.Value.Agrees(theirs.Value));
}
