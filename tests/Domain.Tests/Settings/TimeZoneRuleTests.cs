using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Settings.Rules;
using ReleaseInfra.Domain.Tests.Documents;

namespace ReleaseInfra.Domain.Tests.Settings;

public sealed class TimeZoneRuleTests
{
    [TestCase(
        "Europe/Amstredam",
        "This machine's time zone data has no 'Europe/Amstredam'; did you mean 'Europe/Amsterdam'?",
        "Write 'Europe/Amsterdam'.")]
    [TestCase(
        "Mars/Olympus",
        "This machine's time zone data has no 'Mars/Olympus'.",
        "Correct the name, or update the machine's time zone data.")]
    public void Rejects_UnknownTimeZone(string name, string message, string remedy) =>
        Assert.That(Check(name, new Known("Europe/Amsterdam", "Asia/Tokyo")), Is.EqualTo(new[]
        {
            new Problem(
                "RI1127",
                new SourceMark("file", 1, 1),
                "freezes.timeZone",
                name,
                message,
                "the IANA name of a time zone such as Europe/Amsterdam, or UTC",
                remedy),
        }));

    [Test]
    public void CheckTimeZone_KnownName() => Assert.That(Check("Asia/Tokyo", new Known("Asia/Tokyo")), Is.Empty);

    private static ImmutableArray<Problem> Check(string name, Known zones)
    {
        var problems = new ProblemList();
        var root = Written.Json($$$"""{"freezes": { "timeZone": "{{{name}}}" } }""");
        EnvironmentRules.CheckTimeZone(root, new FreezeSettings(name, [], [], TimeSpan.Zero), zones, problems);
        return problems.Sorted();
    }

    private sealed class Known(params string[] names) : ITimeZones
    {
        public IReadOnlyCollection<string> Names => names;

        public bool Lacks(string name) => !names.Contains(name);
    }
}
