using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Documents;

/// <summary>What somebody wrote, whatever the file's language: a value with its place.</summary>
/// <param name="Path">Keys from the file's root, joined by dots; list items as <c>[0]</c>.</param>
public abstract record DocumentNode(SourceMark Source, string Path)
{
    /// <summary>Written as nothing: laid over another file's value, it takes that value away.</summary>
    public bool IsNull => this is ScalarNode { Kind: ScalarKind.Null };

    /// <summary>The same content, wherever each of the two was written.</summary>
    public abstract bool Agrees(DocumentNode other);
}
