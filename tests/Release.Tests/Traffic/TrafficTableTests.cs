using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Traffic;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Release.Tests.Traffic;

internal sealed class TrafficTableTests
{
    private static readonly TrafficEntry Blue = Named("web--v1", 90, "blue");
    private static readonly TrafficEntry Green = Named("web--v2", 10, "green");

    private static readonly TestCaseData[] Alike =
    [
        Case("the order of the rows", [Blue, Green], [Green, Blue]),
        Case("capitals of a revision", [Blue, Green], [Named("WEB--v1", 90, "blue"), Green]),
        Case("a row for the label", [Blue, Green], [Blue, Named("web--v2", 10, null), Named("web--v2", 0, "green")]),
        Case("a row that says nothing", [Blue, Green], [Blue, Green, Named("web--v0", 0, null)]),
        Case("nothing stated is the latest", [], [new TrafficEntry(new LatestRevision(), 100, null)]),
    ];

    private static readonly TestCaseData[] Apart =
    [
        Case("a weight", [Blue, Named("web--v2", 50, "green")], [Blue, Green]).Returns("web--v2 has 50 % (green), not 10 % (green)"),
        Case("a label", [Blue, Named("web--v2", 10, null)], [Blue, Green]).Returns("web--v2 has 10 %, not 10 % (green)"),
        Case("another label", [Blue, Named("web--v2", 10, "Green")], [Blue, Green]).Returns("web--v2 has 10 % (Green), not 10 % (green)"),
        Case("a label alone", [Blue, Green, Named("web--v0", 0, "debug")], [Blue, Green]).Returns("web--v0 has 0 % (debug), not 0 %"),
        Case("the latest instead of a name", [Blue, new TrafficEntry(new LatestRevision(), 10, "green")], [Blue, Green])
            .Returns("the latest revision has 10 % (green), not 0 %; web--v2 has 0 %, not 10 % (green)"),
        Case("a label instead of a name", [Blue, new TrafficEntry(new LabelledRevision(), 10, "green")], [Blue, Green])
            .Returns("web--v2 has 0 %, not 10 % (green); whatever has label green has 10 % (green), not 0 %"),
    ];

    private static readonly TestCaseData[] Wrong =
    [
        new TestCaseData((ImmutableArray<TrafficEntry>)[Blue], "has weights of 0 to 100 that sum to 100"),
        new TestCaseData((ImmutableArray<TrafficEntry>)[], "has weights of 0 to 100 that sum to 100"),
        new TestCaseData((ImmutableArray<TrafficEntry>)[Named("a", 110, null), Named("b", -10, null)], "has weights of 0 to 100 that sum to 100"),
        new TestCaseData((ImmutableArray<TrafficEntry>)[Blue, Named("web--V1", 10, "green")], "has each revision and each label once"),
        new TestCaseData((ImmutableArray<TrafficEntry>)[Blue, Named("web--v2", 10, "blue")], "has each revision and each label once"),
        new TestCaseData((ImmutableArray<TrafficEntry>)[Blue, new TrafficEntry(new LatestRevision(), 10, null)], "names every revision by its name"),
    ];

    [TestCaseSource(nameof(Alike))]
    public void Equal_WhateverTheRows(ImmutableArray<TrafficEntry> left, ImmutableArray<TrafficEntry> right)
    {
        var (one, other) = (TrafficTable.Of(left), TrafficTable.Of(right));

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
    }

    [TestCaseSource(nameof(Apart))]
    public string Against_NamesWhoHasWhat(ImmutableArray<TrafficEntry> live, ImmutableArray<TrafficEntry> known)
    {
        Assert.That(TrafficTable.Of(live), Is.Not.EqualTo(TrafficTable.Of(known)));
        return string.Join("; ", TrafficTable.Of(live).Against(TrafficTable.Of(known)));
    }

    [TestCaseSource(nameof(Wrong))]
    public void Stated_RejectsWhatIsNotTheWhole(ImmutableArray<TrafficEntry> entries, string rule) =>
        Assert.That(() => StatedTraffic.Of(entries), Throws.ArgumentException.With.Message.StartsWith($"Traffic {rule}: "));

    [Test]
    public void Stated_OfARelease_HasItsLabels()
    {
        var stated = StatedTraffic.Of([new TrafficShare(Slot.Blue, "web--v1", 90), new TrafficShare(Slot.Green, "web--v2", 10)]);

        Assert.That(stated.Table.ToString(), Is.EqualTo("web--v1 90 % (blue), web--v2 10 % (green)"));
        Assert.That(stated.Entries, Is.EqualTo(new[] { Blue, Green }));
    }

    private static TrafficEntry Named(string revision, int weight, string? label) => new(new NamedRevision(revision), weight, label);

    private static TestCaseData Case(string name, ImmutableArray<TrafficEntry> left, ImmutableArray<TrafficEntry> right) =>
        new TestCaseData(left, right).SetArgDisplayNames(name);
}
