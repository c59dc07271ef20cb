using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class FreezesReader
{
    private static readonly Key<string> TimeZone = new("timeZone", Form.Text(
        "an IANA time zone such as Europe/Amsterdam, or UTC",
        name => name == "UTC" || (name.IndexOf('/', StringComparison.Ordinal) is var slash && slash > 0 && slash < name.Length - 1)));

    private static readonly Key<ImmutableArray<DayOfWeek>> Days = new("days", Form.List(
        Form.Choice(
            ("monday", DayOfWeek.Monday),
            ("tuesday", DayOfWeek.Tuesday),
            ("wednesday", DayOfWeek.Wednesday),
            ("thursday", DayOfWeek.Thursday),
            ("friday", DayOfWeek.Friday),
            ("saturday", DayOfWeek.Saturday),
            ("sunday", DayOfWeek.Sunday)),
        fewest: 1));

    private static readonly Key<TimeOnly> FromTime = new("from", new TimeForm());
    private static readonly Key<TimeOnly> ToTime = new("to", new TimeForm());
    private static readonly Key<DateOnly> FromDay = new("from", new DateForm());
    private static readonly Key<DateOnly> ToDay = new("to", new DateForm());

    private static readonly EntriesKey Weekly =
        new EntriesKey("weekly", Texts.Sentence, new KeyTable(Days, FromTime, ToTime)) { Required = false };

    private static readonly EntriesKey Periods =
        new EntriesKey("periods", Texts.Sentence, new KeyTable(FromDay, ToDay)) { Required = false };

    private static readonly Key<TimeSpan> AfterIncident =
        new("afterIncident", Form.Duration(TimeSpan.Zero, TimeSpan.FromHours(168)));

    private static readonly Key<DateTimeOffset> IncidentEnded = new Key<DateTimeOffset>("incidentEnded", new MomentForm()).Optional();

    public static readonly SectionKey Key =
        new("freezes", new KeyTable(TimeZone, Weekly, Periods, AfterIncident, IncidentEnded));

    public static FreezeSettings? Read(Section parent) => parent.Open(Key) is { } section
        ? new FreezeSettings(
            section.Read(TimeZone),
            [.. section.Open(Weekly).Select(entry => ReadWeekly(entry.Name, entry.Section))],
            [.. section.Open(Periods).Select(entry => ReadPeriod(entry.Name, entry.Section))],
            section.Read(AfterIncident))
        {
            IncidentEnded = section.FindValue(IncidentEnded),
        }
        : null;

    private static WeeklyFreeze ReadWeekly(string name, Section section)
    {
        var freeze = new WeeklyFreeze(name, section.Read(Days), section.Read(FromTime), section.Read(ToTime));
        if (section.AreSound(FromTime, ToTime) && freeze.From == freeze.To)
            section.Problems.Add(SettingsProblems.EmptyWindow(section.PlaceOf(ToTime)));
        return freeze;
    }

    private static NamedFreeze ReadPeriod(string name, Section section)
    {
        var freeze = new NamedFreeze(name, section.Read(FromDay), section.Read(ToDay));
        if (section.IsSound && freeze.To < freeze.From)
            section.Problems.Add(SettingsProblems.PeriodEndsBeforeItStarts(section.PlaceOf(ToDay), section.PlaceOf(FromDay).Value!));
        return freeze;
    }
}
