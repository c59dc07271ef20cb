namespace ReleaseInfra.Domain.Releases;

/// <summary>An immutable version: <c>v1.2.3</c> (semantic, without build metadata) or <c>sha-</c> and 40 hexadecimal digits.</summary>
public sealed record ImageTag
{
    private ImageTag(string text) => Text = text;

    public string Text { get; }

    public override string ToString() => Text;
}
