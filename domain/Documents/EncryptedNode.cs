using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Documents;

/// <summary>A <c>secure:</c> value of a stack file. Its text is never kept.</summary>
public sealed record EncryptedNode(SourceMark Source, string Path) : DocumentNode(Source, Path)
{
    public override bool Agrees(DocumentNode other) => false;
}
