using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Tests.Freezes;

public sealed class FreezeCalendarTests
{
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    [Test]
    public void Between_ANightInWinterAndInSummer()
    {
        var calendar = Weekly(new WeeklyFreeze("night", [.. EveryDay], new TimeOnly(20, 0), new TimeOnly(7, 0)));

        Assert.That(Within(calendar, "2026-01-14T12:00Z", "2026-01-15T12:00Z"), Is.EqualTo(new[] { "night 2026-01-14 19:00 - 2026-01-15 06:00" }));
        Assert.That(Within(calendar, "2026-07-14T12:00Z", "2026-07-15T12:00Z"), Is.EqualTo(new[] { "night 2026-07-14 18:00 - 2026-07-15 05:00" }));
    }

    [Test]
    public void Between_ANightThatBeganTheDayBefore() => Assert.That(
        Within(Weekly(new WeeklyFreeze("night", [DayOfWeek.Tuesday], new TimeOnly(20, 0), new TimeOnly(7, 0))), "2026-01-14T01:00Z", "2026-01-14T02:00Z"),
        Is.EqualTo(new[] { "night 2026-01-13 19:00 - 2026-01-14 06:00" }));

    [TestCase("2026-01-16T10:59Z", "2026-01-16T11:00Z", 0, Description = "ends as the window begins")]
    [TestCase("2026-01-16T10:59Z", "2026-01-16T11:01Z", 1)]
    [TestCase("2026-01-16T18:59Z", "2026-01-16T19:01Z", 1)]
    [TestCase("2026-01-16T19:00Z", "2026-01-16T20:00Z", 0, Description = "begins as the window ends")]
    public void Between_FridayAfternoon(string from, string to, int expected) => Assert.That(
        Within(Weekly(new WeeklyFreeze("friday-afternoon", [DayOfWeek.Friday], new TimeOnly(12, 0), new TimeOnly(20, 0))), from, to),
        Has.Length.EqualTo(expected));

    [Test]
    public void Between_APeriod_IsWholeLocalDays()
    {
        var settings = new FreezeSettings("Amsterdam", [], [new NamedFreeze("year-end", new DateOnly(2026, 12, 18), new DateOnly(2027, 1, 4))], TimeSpan.Zero);

        Assert.That(
            Within(new FreezeCalendar(settings, Zones.Amsterdam, null), "2026-12-01T00:00Z", "2027-02-01T00:00Z"),
            Is.EqualTo(new[] { "year-end 2026-12-17 23:00 - 2027-01-04 23:00" }));
    }

    [Test]
    public void Between_AfterAnIncident()
    {
        var settings = new FreezeSettings("Amsterdam", [], [], TimeSpan.FromHours(24));
        var calendar = new FreezeCalendar(settings, Zones.Amsterdam, At("2026-01-14T10:00Z"));

        Assert.That(
            Within(calendar, "2026-01-14T12:00Z", "2026-01-14T13:00Z"),
            Is.EqualTo(new[] { "after-incident 2026-01-14 10:00 - 2026-01-15 10:00" }));
        Assert.That(Within(calendar, "2026-01-15T10:00Z", "2026-01-16T10:00Z"), Is.Empty);
    }

    [TestCase("2026-01-14T10:00Z", null, "2026-01-14 10:00")]
    [TestCase("2026-01-14T10:00Z", "2026-01-13T10:00Z", "2026-01-14 10:00")]
    [TestCase("2026-01-13T10:00Z", "2026-01-14T10:00Z", "2026-01-14 10:00")]
    public void Between_AfterTheLastIncidentThatIsKnown(string configured, string? told, string from)
    {
        var settings = new FreezeSettings("Amsterdam", [], [], TimeSpan.FromHours(24)) { IncidentEnded = At(configured) };
        var calendar = new FreezeCalendar(settings, Zones.Amsterdam, told is null ? null : At(told));

        Assert.That(Within(calendar, "2026-01-14T12:00Z", "2026-01-14T13:00Z"), Is.EqualTo(new[] { $"after-incident {from} - 2026-01-15 10:00" }));
    }

    [Test]
    public void Between_NoTimeAfterIncidents_FreezesNothing()
    {
        var settings = new FreezeSettings("Amsterdam", [], [], TimeSpan.Zero);

        Assert.That(Within(new FreezeCalendar(settings, Zones.Amsterdam, At("2026-01-14T10:00Z")), "2026-01-14T00:00Z", "2026-01-15T00:00Z"), Is.Empty);
    }

    // On 29 March 02:30 never happens, and on 25 October it happens twice.
    [TestCase("2026-03-29", "01:30", "02:30", "w 2026-03-29 00:30 - 2026-03-29 01:30", Description = "an end that never happens")]
    [TestCase("2026-03-29", "02:30", "04:30", "w 2026-03-29 00:30 - 2026-03-29 02:30", Description = "a begin that never happens")]
    [TestCase("2026-10-25", "01:30", "02:30", "w 2026-10-24 23:30 - 2026-10-25 01:30", Description = "an end that happens twice")]
    [TestCase("2026-10-25", "02:30", "04:30", "w 2026-10-25 00:30 - 2026-10-25 03:30", Description = "a begin that happens twice")]
    public void Between_WhereTheClockIsChanged_IsNeverShorterThanWritten(string day, string from, string to, string expected)
    {
        var calendar = Weekly(new WeeklyFreeze("w", [DayOfWeek.Sunday], TimeOnly.Parse(from), TimeOnly.Parse(to)));

        Assert.That(Within(calendar, $"{day}T00:00Z", $"{day}T12:00Z"), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Between_IsInOrder_AndHoldsWhatOverlaps()
    {
        var settings = new FreezeSettings(
            "Amsterdam",
            [new WeeklyFreeze("late", [DayOfWeek.Wednesday], new TimeOnly(14, 0), new TimeOnly(16, 0)), new WeeklyFreeze("early", [DayOfWeek.Wednesday], new TimeOnly(12, 0), new TimeOnly(15, 0))],
            [new NamedFreeze("day", new DateOnly(2026, 1, 14), new DateOnly(2026, 1, 14))],
            TimeSpan.Zero);

        Assert.That(
            new FreezeCalendar(settings, Zones.Amsterdam, null).Between(At("2026-01-14T00:00Z"), At("2026-01-15T00:00Z")).Select(span => span.Name),
            Is.EqualTo(new[] { "day", "early", "late" }));
    }

    private static FreezeCalendar Weekly(params WeeklyFreeze[] weekly) =>
        new(new FreezeSettings("Amsterdam", [.. weekly], [], TimeSpan.Zero), Zones.Amsterdam, null);

    private static string[] Within(FreezeCalendar calendar, string from, string to) =>
        [.. calendar.Between(At(from), At(to)).Select(span => $"{span.Name} {span.From:yyyy-MM-dd HH:mm} - {span.To:yyyy-MM-dd HH:mm}")];

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment);
}
