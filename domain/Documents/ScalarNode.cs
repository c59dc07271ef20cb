using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Documents;

/// <param name="Text">As written, without quotes; a boolean is <c>true</c> or <c>false</c>, a null is empty.</param>
public sealed record ScalarNode(SourceMark Source, string Path, ScalarKind Kind, string Text) : DocumentNode(Source, Path)
{
    public override bool Agrees(DocumentNode other) => other is ScalarNode scalar && scalar.Kind == Kind && scalar.Text == Text;
}
