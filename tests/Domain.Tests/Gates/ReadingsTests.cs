using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Domain.Tests.Gates;

public sealed class ReadingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(90);

    private static readonly TestCaseData[] Cases =
    [
        Case("whole and fresh", new Measured<int>(3, Now), Verdict.Passed("3")),
        Case("just fresh enough", new Measured<int>(3, Now - Oldest), Verdict.Passed("3")),
        Case("stale", new Measured<int>(3, Now - TimeSpan.FromSeconds(91)), Verdict.Inconclusive("Stale data: 91 s old, at most 90 s are taken.")),
        Case("stale and failing", new Measured<int>(-3, Now - TimeSpan.FromSeconds(91)), Verdict.Inconclusive("Stale data: 91 s old, at most 90 s are taken.")),
        Case("from the future", new Measured<int>(3, Now + TimeSpan.FromSeconds(100)), Verdict.Inconclusive("Data from the future: 100 s ahead, at most 90 s are taken.")),
        Case("partial and passing", new PartlyMeasured<int>(3, Now, "2 of 5 replicas did not answer"), Verdict.Inconclusive("Partial data, 2 of 5 replicas did not answer: 3")),
        Case("partial and failing", new PartlyMeasured<int>(-3, Now, "2 of 5 replicas did not answer"), Verdict.Failed("-3")),
        Case("partial and stale", new PartlyMeasured<int>(-3, Now - TimeSpan.FromHours(1), "some"), Verdict.Inconclusive("Stale data: 3600 s old, at most 90 s are taken.")),
        Case("nothing", new NothingMeasured<int>("the query gave no rows"), Verdict.Inconclusive("No data: the query gave no rows.")),
        Case("unreadable", new Unreadable<int>("Azure answered 429"), Verdict.Errored("Not readable: Azure answered 429.")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Judge(Reading<int> reading, Verdict expected) =>
        Assert.That(Readings.Judge(reading, Now, Oldest, value => value > 0 ? Verdict.Passed($"{value}") : Verdict.Failed($"{value}")), Is.EqualTo(expected));

    private static readonly TestCaseData[] Selected =
    [
        Case("whole", new Measured<int>(3, Now), new Measured<string>("3", Now)),
        Case("partial", new PartlyMeasured<int>(3, Now, "2 of 5 replicas did not answer"), new PartlyMeasured<string>("3", Now, "2 of 5 replicas did not answer")),
        Case("nothing", new NothingMeasured<int>("the query gave no rows"), new NothingMeasured<string>("the query gave no rows")),
        Case("unreadable", new Unreadable<int>("Azure answered 429"), new Unreadable<string>("Azure answered 429")),
    ];

    [TestCaseSource(nameof(Selected))]
    public void Select_ChangesTheValueAlone(Reading<int> reading, Reading<string> expected) =>
        Assert.That(reading.Select(value => $"{value}"), Is.EqualTo(expected));

    private static TestCaseData Case(string name, Reading<int> reading, Reading<string> expected) =>
        new TestCaseData(reading, expected).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, Reading<int> reading, Verdict expected) =>
        new TestCaseData(reading, expected).SetArgDisplayNames(name);
}
