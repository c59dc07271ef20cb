using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Domain.Tests.Gates;

public sealed class WindowTermsTests
{
    private static readonly WindowTerms Terms = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [TestCase("09:04:59", null)]
    [TestCase("09:05:00", "from 09:00:00 to 09:02:00 UTC")]
    [TestCase("09:05:59", "from 09:00:00 to 09:02:00 UTC")]
    [TestCase("09:10:30", "from 09:00:00 to 09:07:00 UTC", Description = "What was not looked at in time is one longer window.")]
    [TestCase("08:30:00", null, Description = "A clock that was set back.")]
    public void Closed_WholeMinutes_AfterTheLag(string now, string? window) =>
        Assert.That(Terms.Closed(Nine, new DateTimeOffset(Nine.Date + TimeSpan.Parse(now, null), TimeSpan.Zero))?.ToString(), Is.EqualTo(window));

    [Test]
    public void Closed_NoShortestSpan_IsNeverEmpty() =>
        Assert.That((Terms with { Shortest = TimeSpan.Zero }).Closed(Nine, Nine.AddMinutes(3)), Is.Null);

    [TestCase("09:00:00", "09:00:00")]
    [TestCase("09:00:00.0000001", "09:01:00")]
    [TestCase("09:00:59", "09:01:00")]
    public void FirstAfter_HoldsNothingFromBefore(string begun, string first) => Assert.That(
        WindowTerms.FirstAfter(new DateTimeOffset(Nine.Date + TimeSpan.Parse(begun, null), TimeSpan.Zero)).TimeOfDay,
        Is.EqualTo(TimeSpan.Parse(first, null)));

    [Test]
    public void Batch_OfOneVersion_KeepsTheKindOfReading()
    {
        var versions = ImmutableSortedDictionary<string, Tally>.Empty.Add("old", new Tally(90, 1));
        var batch = new RequestBatch(Nine, Nine.AddMinutes(1), versions);

        Assert.That(
            RequestBatch.Of(new Measured<RequestBatch>(batch, Nine), "old"), Is.EqualTo(new Measured<Tally>(new Tally(90, 1), Nine)));
        Assert.That(
            RequestBatch.Of(new Measured<RequestBatch>(batch, Nine), "new"),
            Is.EqualTo(new NothingMeasured<Tally>("no requests of new are known")));
        Assert.That(
            RequestBatch.Of(new PartlyMeasured<RequestBatch>(batch, Nine, "half"), "old"),
            Is.EqualTo(new PartlyMeasured<Tally>(new Tally(90, 1), Nine, "half")));
        Assert.That(RequestBatch.Of(new NothingMeasured<RequestBatch>("none"), "old"), Is.EqualTo(new NothingMeasured<Tally>("none")));
        Assert.That(RequestBatch.Of(new Unreadable<RequestBatch>("broken"), "old"), Is.EqualTo(new Unreadable<Tally>("broken")));
    }

    [TestCase(Outcome.Passed, "", "security says passed.")]
    [TestCase(Outcome.Failed, "Two findings.", "security says failed: Two findings.")]
    [TestCase(Outcome.Inconclusive, "Still scanning.", "security says inconclusive: Still scanning.")]
    public void Webhook_IsTakenAtItsWord(Outcome outcome, string message, string verdict) =>
        Assert.That(WebhookRule.Judge(new WebhookAnswer("security", outcome, message)), Is.EqualTo(new Verdict(outcome, verdict)));

    [Test]
    public void Webhook_RejectsAnError() => Assert.That(
        () => WebhookRule.Judge(new WebhookAnswer("security", Outcome.Errored, "")), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
