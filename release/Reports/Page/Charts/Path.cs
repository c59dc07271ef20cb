using System.Collections.Immutable;
using System.Text;
using ReleaseInfra.Cli.Reports.Page.Timelines;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>The geometry of what is drawn, as SVG writes paths.</summary>
internal static class Path
{
    /// <summary>Of the drawings: they are stretched to the width that there is.</summary>
    public const double Width = 1000;

    // One measurement alone is seen too.
    private const string Dash = "m-4 0h8";

    /// <summary>Under a value that holds until the next one.</summary>
    public static string Area(ImmutableArray<Sample> samples, TimeScale time, ValueScale scale)
    {
        var floor = Count.Exact(scale.Y(0));
        return samples.IsEmpty ? "" : $"M{X(time.At(samples[0].At))} {floor}{Steps(samples, time, scale)}V{floor}Z";
    }

    /// <summary>Along a value that holds until the next one, to the end of the time.</summary>
    public static string Stepped(ImmutableArray<Sample> samples, TimeScale time, ValueScale scale) => samples.IsEmpty
        ? ""
        : $"M{X(time.At(samples[0].At))} {Count.Exact(scale.Y(samples[0].Value))}{Steps(samples, time, scale)}";

    /// <summary>Through what was measured; where nothing was for much longer than usual, the line breaks.</summary>
    public static string Line(ImmutableArray<Sample> samples, TimeScale time, ValueScale scale)
    {
        var gap = 3 * Usual(samples);
        var path = new StringBuilder();
        for (var at = 0; at < samples.Length; at++)
        {
            var goesOn = at > 0 && samples[at].At - samples[at - 1].At <= gap;
            var isAlone = !goesOn && (at + 1 == samples.Length || samples[at + 1].At - samples[at].At > gap);
            path.Append(goesOn ? 'L' : 'M').Append(X(time.At(samples[at].At))).Append(' ').Append(Count.Exact(scale.Y(samples[at].Value)));
            if (isAlone)
                path.Append(Dash);
        }

        return path.ToString();
    }

    public static string X(double share) => Count.Exact(share * Width);

    private static string Steps(ImmutableArray<Sample> samples, TimeScale time, ValueScale scale)
    {
        var path = new StringBuilder();
        foreach (var sample in samples)
            path.Append('H').Append(X(time.At(sample.At))).Append('V').Append(Count.Exact(scale.Y(sample.Value)));
        return path.Append('H').Append(X(1)).ToString();
    }

    /// <summary>The median of the times between two samples.</summary>
    private static TimeSpan Usual(ImmutableArray<Sample> samples)
    {
        TimeSpan[] between = [.. samples.Zip(samples.Skip(1), (one, next) => next.At - one.At).Order()];
        return between is [] ? TimeSpan.Zero : between[between.Length / 2];
    }
}
