using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Documents;

public sealed record ArrayNode(SourceMark Source, string Path, ImmutableArray<DocumentNode> Items) : DocumentNode(Source, Path)
{
    public override bool Agrees(DocumentNode other) =>
        other is ArrayNode array
        && array.Items.Length == Items.Length
        && Items.Zip(array.Items).All(pair => pair.First.Agrees(pair.Second));
}
