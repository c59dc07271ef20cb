using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>What the gates say while a release is in one state, by the limits of then and by others.</summary>
internal sealed class Chapter
{
    public Side Then { get; } = new();

    public Side Now { get; } = new();

    /// <summary>Null where both come to the same.</summary>
    /// <param name="turnedBackAfter">When the release turned back after a record.</param>
    public OtherCourse? Parting(Func<int, DateTimeOffset?> turnedBackAfter)
    {
        if (Now.Failed is { } fails && (Then.Failed is null || fails.Number < Then.Failed.Number))
            return new WouldHaveGoneBack(fails.Number, fails.At, fails.Said, turnedBackAfter(fails.Number) - fails.At);
        if (Now.Failed is null && Then.Failed is { } failed)
            return new WouldNotHaveGoneBack(failed.Number, failed.At, Now.LastOf(failed.Gate) ?? failed.Said);
        if (Now.Failed is not null)
            return null;
        if (Now.Open is { } open && Then.Open is null)
        {
            return open.Verdict is null
                ? new WouldHaveMeasuredOn(open.Number, open.At, open.Said)
                : new WouldHaveBeenHeld(open.Number, open.At, open.Said);
        }

        return Now.Open is null && Then.Open is { } held
            ? new WouldNotHaveBeenHeld(held.Number, held.At, Now.LastOf(held.Gate) ?? held.Said)
            : null;
    }
}

/// <summary>One way of judging.</summary>
internal sealed class Side
{
    private readonly Dictionary<GateName, string> _last = [];

    /// <summary>The first gate that failed.</summary>
    public Answer? Failed { get; private set; }

    /// <summary>The first gate that came to no verdict to go on by.</summary>
    public Answer? Open { get; private set; }

    public static string Words(GateName gate, Verdict verdict) => $"{gate} {verdict.Outcome.ToString().ToLowerInvariant()}: {verdict.Message}";

    /// <param name="verdict">Null where the gate is not decided.</param>
    public void Conclude(JournalRecord record, GateName gate, Verdict? verdict)
    {
        var said = verdict is null ? $"{gate} undecided" : Words(gate, verdict);
        _last[gate] = said;
        var answer = new Answer(record.Number, record.At, gate, verdict, said);
        if (verdict?.Outcome == Outcome.Failed)
            Failed ??= answer;
        else if (verdict?.Outcome != Outcome.Passed)
            Open ??= answer;
    }

    public void Hear(GateName gate, Verdict verdict) => _last[gate] = Words(gate, verdict);

    public string? LastOf(GateName gate) => _last.GetValueOrDefault(gate);
}

internal sealed record Answer(int Number, DateTimeOffset At, GateName Gate, Verdict? Verdict, string Said);
