using System.Collections.Immutable;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Reports.Page.Charts;

/// <summary>Marks of one lane that would lie on one another: one sign, which says what all of them say.</summary>
/// <param name="At">0..1, of the worst.</param>
/// <param name="Marks">In the order of the journal; at least one.</param>
internal sealed record MarkCluster(double At, ImmutableArray<Mark> Marks)
{
    private const int Told = 3;

    // A mark's width on the narrowest chart that is drawn.
    private const double Apart = 0.025;

    private static readonly Outcome[] BestFirst = [Outcome.Passed, Outcome.Inconclusive, Outcome.Errored, Outcome.Failed];

    /// <summary>The first of those that are worst: it is the one that something came of.</summary>
    public Mark Worst => Marks.MaxBy(Badness)!;

    public bool Concludes => Marks.Any(mark => mark.Concludes);

    public static ImmutableArray<MarkCluster> Of(MarkLane lane, TimeScale time)
    {
        var clusters = ImmutableArray.CreateBuilder<MarkCluster>();
        foreach (var mark in lane.Marks)
        {
            if (clusters.Count > 0 && time.At(mark.At) - time.At(clusters[^1].Marks[0].At) < Apart)
                clusters[^1] = Joined([.. clusters[^1].Marks, mark], time);
            else
                clusters.Add(Joined([mark], time));
        }

        return clusters.ToImmutable();
    }

    /// <summary>The worst first, and how many more there are where they are many.</summary>
    public ImmutableArray<string> Sentences(TimeScale time)
    {
        var told = Marks.OrderByDescending(Badness).Take(Told).OrderBy(mark => mark.Line)
            .Select(mark => $"{time.Since(mark.At)}, {Sentence(mark.Words)}");
        return Marks.Length <= Told ? [.. told] : [.. told, $"And {Marks.Length - Told} more, none of them worse."];
    }

    private static MarkCluster Joined(ImmutableArray<Mark> marks, TimeScale time)
    {
        var cluster = new MarkCluster(0, marks);
        return cluster with { At = time.At(cluster.Worst.At) };
    }

    private static int Badness(Mark mark) => Array.IndexOf(BestFirst, mark.Outcome);

    private static string Sentence(string words) => words.EndsWith('.') ? words : $"{words}.";
}
