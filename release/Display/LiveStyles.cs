using Spectre.Console;
using TextStyle = ReleaseInfra.Cli.Terminal.Style;

namespace ReleaseInfra.Cli.Display;

/// <summary>What <see cref="Terminal.StyledWriter"/> writes as codes, for Spectre.Console.</summary>
internal static class LiveStyles
{
    public static Style Of(TextStyle style) => style switch
    {
        TextStyle.Plain => Style.Plain,
        TextStyle.Heading => new Style(decoration: Decoration.Bold),
        TextStyle.Muted => new Style(decoration: Decoration.Dim),
        TextStyle.Added => new Style(Color.Green),
        TextStyle.Changed => new Style(Color.Olive),
        TextStyle.Replaced => new Style(Color.Purple),
        TextStyle.Removed => new Style(Color.Maroon),
        TextStyle.Problem => new Style(Color.Maroon, decoration: Decoration.Bold),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Unknown style."),
    };
}
