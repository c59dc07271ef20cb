using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Cli.Display;

/// <summary>One line of a journal as one line for people.</summary>
internal static class EntryWords
{
    public static StyledText Of(JournalEntry entry)
    {
        var words = Words(entry);
        return words with { Text = StyledText.OneLine(words.Text) };
    }

    public static Style StyleOf(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Style.Added,
        Outcome.Failed => Style.Problem,
        _ => Style.Changed,
    };

    public static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>As in <c>web--blue-v1-2-2 90 %, web--green-v1-2-3 10 %</c>.</summary>
    public static string Weights(ImmutableSortedDictionary<string, int> weights) => weights.IsEmpty
        ? "no weights"
        : string.Join(", ", weights.Select(weight => $"{weight.Key} {weight.Value} %"));

    /// <summary>As in <c>web green v1.2.2 -> v1.2.3</c>.</summary>
    public static string Service(ReleasedService released) =>
        $"{released.Service}{(released.Slot is { } slot ? $" {Domain.Releases.Slots.Name(slot)}" : "")} "
        + $"{released.From?.Text ?? "nothing"} -> {released.To.Text}";

    private static StyledText Words(JournalEntry entry) => entry switch
    {
        ReleaseBegan began => new(
            Style.Heading,
            $"release {began.Id} of {began.Stack} began by {began.By}: {began.Why} ({string.Join(", ", began.Services.Select(Service))})"),
        WriterTookOver over => new(
            Style.Changed,
            $"{over.By} took over ({over.Where})"
                + (over.CutOff == 0 ? "" : $", {over.CutOff} bytes of an unfinished line were cut off")),
        WorkBegan began => new(Style.Muted, $"began {began.Work.Words}"),
        WorkEnded ended => new(Style.Muted, $"ended {ended.Work.Words}"),
        Happened happened => new(
            EventWords.IsTrouble(happened.Event) ? Style.Problem : Style.Heading,
            $"{EventWords.Of(happened.Event)} -> {happened.State}"),
        Judged judged => Verdict(Gate(judged.Gate, judged.Service), judged.Verdict),
        GateConcluded concluded => Verdict($"gate {Gate(concluded.Gate, concluded.Service)}", concluded.Verdict),
        TrafficWritten written => new(Style.Plain, $"traffic of {written.Service} written: {Weights(written.Weights)}"),
        TrafficReadBack back => new(Style.Plain, $"traffic of {back.Service} read back: {Weights(back.Weights)}"),
        ShareObserved { Decision: ShareAgrees agrees } share => new(Style.Added, $"share of {share.Service} agrees: {agrees.Message}"),
        ShareObserved { Decision: ShareDiffers differs } share => new(Style.Problem, $"share of {share.Service} differs: {differs.Message}"),
        ShareObserved { Decision: ShareUnknown unknown } share => new(Style.Changed, $"share of {share.Service} unknown: {unknown.Message}"),
        ApprovalGiven { Approval.Agrees: true } given => new(Style.Added, $"{given.Approval.By} approved, until {Moment(given.Expires)}"),
        ApprovalGiven given => new(Style.Problem, $"{given.Approval.By} refused"),
        FreezesSkipped skipped => new(
            Style.Changed, $"goes through {string.Join(", ", skipped.Freezes.Select(freeze => $"the freeze '{freeze.Name}'"))}"),
        NoticeFailed failed => new(Style.Changed, $"{failed.Channel} was not told '{failed.Notice}': {failed.Error}"),
        JobStarted started => new(Style.Plain, $"the migration runs as {started.Execution}"),
        RestorePointNoted noted => new(Style.Plain, $"the database can be put back to {noted.To}"),
        WayBackJudged { Gaps: [] } proved => new(Style.Muted, $"the way back of {proved.Service} is proved"),
        WayBackJudged unproved => new(Style.Problem, $"the way back of {unproved.Service} is not proved: {string.Join(' ', unproved.Gaps)}"),
        NoteWritten note => new(Style.Plain, $"{note.By}: {note.Text}"),
        _ => throw new ArgumentException($"Unknown entry {entry.GetType().Name}.", nameof(entry)),
    };

    private static StyledText Verdict(string gate, Verdict verdict) =>
        new(StyleOf(verdict.Outcome), $"{gate} {Word(verdict.Outcome)}: {verdict.Message}");

    public static string Gate(string gate, string? service) => service is null ? gate : $"{gate} of {service}";

    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
