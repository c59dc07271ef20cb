using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Domain.Tests.Traffic;

public sealed class ObservedShareTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData(50, 10, (long[])[500, 500]).SetArgDisplayNames("as the weight says").Returns(
            typeof(ShareAgrees)),
        new TestCaseData(50, 10, (long[])[100, 900]).SetArgDisplayNames("as before").Returns(typeof(ShareDiffers)),
        new TestCaseData(50, 10, (long[])[3, 3]).SetArgDisplayNames("too few").Returns(typeof(ShareUnknown)),
        new TestCaseData(50, 10, (long[])[-1, 900]).SetArgDisplayNames("nothing known of the new one").Returns(typeof(ShareUnknown)),
        new TestCaseData(50, 10, (long[])[900, -1]).SetArgDisplayNames("nothing known of the old one").Returns(typeof(ShareUnknown)),
        new TestCaseData(100, 50, (long[])[900, -1]).SetArgDisplayNames("the old one has none").Returns(typeof(ShareAgrees)),
        new TestCaseData(0, 50, (long[])[-1, 900]).SetArgDisplayNames("the new one has none").Returns(typeof(ShareAgrees)),
        new TestCaseData(0, 50, (long[])[-1, -1]).SetArgDisplayNames("nobody has any").Returns(typeof(ShareUnknown)),
    ];

    [TestCaseSource(nameof(Cases))]
    public Type Judge_HoldsRequestsAgainstTheWeight(int weight, int before, long[] requests) =>
        new ObservedShare("new", "old", weight, before, Since).Observe(Batch(Since, requests[0], requests[1])).Judge().GetType();

    [Test]
    public void Judge_NothingKnown_NamesTheVersion() =>
        Assert.That(new ObservedShare("web--v2", "web--v1", 10, 0, Since).Judge(), Is.EqualTo(
            new ShareUnknown("No requests of web--v2 are known, weight 10 %.", ShareRule.Needed(10, 0))));

    [Test]
    public void Observe_AddsUp_AndLeavesOutWhatWasBeforeTheWrite()
    {
        var share = new ObservedShare("new", "old", 50, 10, Since)
            .Observe(Batch(Since.AddMinutes(-1), 10, 90))
            .Observe(Batch(Since, 250, 250))
            .Observe(Batch(Since.AddMinutes(1), 250, 250));

        Assert.That(share.Judge(), Is.EqualTo(ShareRule.Judge(50, 10, 500, 1000)));
    }

    /// <param name="toNew">Negative for no data, as with <paramref name="toOld"/>.</param>
    private static RequestBatch Batch(DateTimeOffset from, long toNew, long toOld)
    {
        var versions = ImmutableSortedDictionary<string, Tally>.Empty;
        if (toNew >= 0)
            versions = versions.Add("new", new Tally(toNew, 0));
        if (toOld >= 0)
            versions = versions.Add("old", new Tally(toOld, 0));
        return new RequestBatch(from, from.AddMinutes(1), versions);
    }
}
