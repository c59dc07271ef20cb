using ReleaseInfra.Cli.Reports.Page.Charts;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Reports.Page.Charts;

/// <summary>Over 100 minutes, so that a mark is two and a half of them wide.</summary>
public sealed class MarkClusterTests
{
    private static readonly TimeScale Time = TimeScale.Of(Beginnings.Noon, Beginnings.Noon.AddMinutes(100), []);

    [Test]
    public void Apart_EachStandsByItself() => Assert.That(
        Clusters(Mark(1, 10), Mark(2, 13), Mark(3, 16)).Select(cluster => cluster.At), Is.EqualTo(new[] { 0.10, 0.13, 0.16 }));

    [Test]
    public void Together_TheWorstIsShown_WhereItStands()
    {
        var clusters = Clusters(Mark(1, 10), Mark(2, 11, Outcome.Failed), Mark(3, 12, Outcome.Inconclusive));

        Assert.That(clusters, Has.Length.EqualTo(1));
        Assert.That((clusters[0].At, clusters[0].Worst.Line), Is.EqualTo((0.11, 2)));
        Assert.That(clusters[0].Sentences(Time), Is.EqualTo(new[] { "10m, Mark 1.", "11m, Mark 2.", "12m, Mark 3." }));
    }

    [Test]
    public void Many_TellTheWorst_AndHowManyMore()
    {
        var clusters = Clusters(Mark(1, 10), Mark(2, 10), Mark(3, 11), Mark(4, 11), Mark(5, 12, Outcome.Errored));

        Assert.That(
            clusters.Single().Sentences(Time),
            Is.EqualTo(new[] { "10m, Mark 1.", "10m, Mark 2.", "12m, Mark 5.", "And 2 more, none of them worse." }));
    }

    [TestCase(Outcome.Failed, Outcome.Errored)]
    [TestCase(Outcome.Errored, Outcome.Inconclusive)]
    [TestCase(Outcome.Inconclusive, Outcome.Passed)]
    public void Worse_IsShown(Outcome worse, Outcome better) => Assert.That(
        Clusters(Mark(1, 10, better), Mark(2, 10, worse), Mark(3, 10, better)).Single().Worst.Outcome, Is.EqualTo(worse));

    [Test]
    public void Concluded_WhereOneOfThemConcludes()
    {
        var clusters = Clusters(Mark(1, 10), Mark(2, 10) with { Concludes = true }, Mark(3, 20));

        Assert.That(clusters.Select(cluster => cluster.Concludes), Is.EqualTo(new[] { true, false }));
    }

    private static MarkCluster[] Clusters(params Mark[] marks) => [.. MarkCluster.Of(new MarkLane("error rate", [.. marks]), Time)];

    private static Mark Mark(int line, int minutes, Outcome outcome = Outcome.Passed) =>
        new(Beginnings.Noon.AddMinutes(minutes), line, outcome, $"Mark {line}", Concludes: false);
}
