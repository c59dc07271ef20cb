namespace ReleaseInfra.Cli.Terminal;

/// <summary>What a piece of text is, not what it looks like.</summary>
internal enum Style
{
    Plain,
    Heading,
    Muted,
    Added,
    Changed,
    Replaced,
    Removed,
    Problem,
}
