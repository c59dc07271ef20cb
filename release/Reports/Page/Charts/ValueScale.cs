namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>From values to heights: 0 at the bottom.</summary>
/// <param name="Top">The value at the top edge; above 0.</param>
/// <param name="Height">In pixels.</param>
internal sealed record ValueScale(double Top, double Height)
{
    // Within the edge, or half of a line's width would be cut off.
    private const double Edge = 2;

    /// <summary>With the smallest round number on top that holds all values.</summary>
    public static ValueScale Of(IEnumerable<double> values, double height) =>
        new(Round(values.Append(0).Max()), height);

    /// <summary>Pixels from the top.</summary>
    public double Y(double value) => Edge + ((Height - (2 * Edge)) * (1 - Math.Clamp(value / Top, 0, 1)));

    private static double Round(double most)
    {
        if (most <= 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return ((double[])[1, 1.5, 2, 3, 4, 5, 6, 8, 10]).First(digit => digit * power >= most * (1 - 1e-9)) * power;
    }
}
