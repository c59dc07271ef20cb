using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Terminal;

/// <summary>A line of pieces that look different.</summary>
internal sealed record StyledLine(ImmutableArray<StyledText> Pieces)
{
    public static StyledLine Empty { get; } = new([]);

    public static StyledLine Of(params ImmutableArray<(Style Style, string Text)> pieces) =>
        new([.. pieces.Select(piece => new StyledText(piece.Style, piece.Text))]);

    /// <summary>What is longer ends in an ellipsis.</summary>
    public StyledLine Cut(int width)
    {
        if (Pieces.Sum(piece => piece.Text.Length) <= width)
            return this;
        var (left, kept) = (width, ImmutableArray.CreateBuilder<StyledText>());
        foreach (var piece in Pieces)
        {
            if (piece.Text.Length < left)
            {
                kept.Add(piece);
                left -= piece.Text.Length;
                continue;
            }

            kept.Add(piece with { Text = Shorten(piece.Text + "…", left) });
            break;
        }

        return new StyledLine(kept.ToImmutable());
    }

    /// <summary>At most so many characters, the last of them an ellipsis where some are left out.</summary>
    public static string Shorten(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(0, width - 1)), "…");
}
