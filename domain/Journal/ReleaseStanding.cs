using System.Collections.Immutable;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Domain.Journal;

/// <summary>Where a release stands by its journal: a fold over the records, one after the other.</summary>
public sealed record ReleaseStanding
{
    private ReleaseStanding()
    {
    }

    public required ReleaseBegan Began { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required RolloutState State { get; init; }

    /// <summary>When the state was entered: its deadline counts from here, whoever writes now.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Number of the last record.</summary>
    public required int Number { get; init; }

    /// <summary>When the last record was written.</summary>
    public required DateTimeOffset LastAt { get; init; }

    public required int Epoch { get; init; }

    /// <summary>Begun, and nothing says how it ended: what a resumed release must look for in the world before it goes on.</summary>
    public ImmutableArray<Work> UnderWay { get; init; } = [];

    /// <summary>Of the start, or of the step that waits for them; in the order in which they were given, refusals among them.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    public bool HasEnded => State.Deadline is null;

    /// <summary>Until the state's deadline; nothing where it has passed, and never more than all of it, since clocks jump.</summary>
    /// <exception cref="InvalidOperationException">The release has ended.</exception>
    public TimeSpan Left(DateTimeOffset now)
    {
        var deadline = State.Deadline ?? throw new InvalidOperationException($"A release that is {State} has no deadline.");
        var left = deadline - (now - Since);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > deadline ? deadline : left;
    }

    /// <exception cref="BrokenJournalException">There is no record, or one that cannot stand where it does.</exception>
    public static ReleaseStanding Of(IEnumerable<JournalRecord> records) =>
        records.Aggregate(default(ReleaseStanding), (standing, record) => standing?.Next(record) ?? Begin(record))
        ?? throw BrokenJournalException.Empty();

    /// <exception cref="BrokenJournalException">It is not the record that a journal begins with.</exception>
    public static ReleaseStanding Begin(JournalRecord first)
    {
        if (first.Entry is not ReleaseBegan began)
            throw BrokenJournalException.NoBeginning(first);
        if (first.Number != 1)
            throw BrokenJournalException.OutOfOrder(first, 1);
        return new ReleaseStanding
        {
            Began = began,
            BeganAt = first.At,
            State = began.IsAdopted ? RolloutState.Adopt(began.Course) : RolloutState.Begin(began.Course),
            Since = first.At,
            Number = 1,
            LastAt = first.At,
            Epoch = first.Epoch,
        };
    }

    /// <exception cref="BrokenJournalException">The record cannot follow; nothing has changed.</exception>
    public ReleaseStanding Next(JournalRecord record)
    {
        if (record.Number != Number + 1)
            throw BrokenJournalException.OutOfOrder(record, Number + 1);
        RequireEpoch(record);
        return After(record) with { Number = record.Number, LastAt = record.At, Epoch = record.Epoch };
    }

    private void RequireEpoch(JournalRecord record)
    {
        if (record.Epoch < Epoch || (record.Epoch == Epoch && record.Entry is WriterTookOver))
            throw BrokenJournalException.StaleWriter(record, Epoch);
        if (record.Epoch > Epoch && record.Entry is not WriterTookOver)
            throw BrokenJournalException.NoTakeover(record, Epoch);
    }

    private ReleaseStanding After(JournalRecord record) => record.Entry switch
    {
        ReleaseBegan => throw BrokenJournalException.SecondBeginning(record),
        WorkBegan began => Begin(record, began.Work),
        WorkEnded ended => UnderWay.Contains(ended.Work)
            ? this with { UnderWay = UnderWay.Remove(ended.Work) }
            : throw BrokenJournalException.NotOpen(record, ended.Work.Words),
        Happened happened => Take(record, happened),
        ApprovalGiven given => this with { Approvals = Approvals.Add(given.Approval) },
        TrafficWritten written => Concerning(record, written.Service),
        TrafficReadBack readBack => Concerning(record, readBack.Service),
        ShareObserved observed => Concerning(record, observed.Service),
        WayBackJudged judged => Concerning(record, judged.Service),
        Judged { Service: { } service } => Concerning(record, service),
        GateConcluded { Service: { } service } => Concerning(record, service),
        _ => this,
    };

    private ReleaseStanding Begin(JournalRecord record, Work work)
    {
        if (HasEnded && !work.OutlivesTheRelease)
            throw BrokenJournalException.AfterTheEnd(record, State.Words);
        if (work.About is { } service)
            Concerning(record, service);
        return this with { UnderWay = [.. UnderWay.Where(earlier => !work.Replaces(earlier)), work] };
    }

    private ReleaseStanding Take(JournalRecord record, Happened happened)
    {
        var next = Follow(record, happened.Event);
        if (next.Words != happened.State)
            throw BrokenJournalException.OtherState(record, happened.State, next.Words);
        if (Effects.NeedIntent(happened.Event) && !UnderWay.Any(work => work.IsEndedBy(happened.Event)))
            throw BrokenJournalException.NoIntent(record);
        return this with
        {
            State = next,
            // An event that leaves the release where it is does not give it more time.
            Since = ReferenceEquals(next, State) ? Since : record.At,
            UnderWay = [.. UnderWay.Where(work => !work.IsEndedBy(happened.Event))],
            Approvals = IsAtApprovedStep(next) ? [] : Approvals,
        };
    }

    // Who approved the start has not seen what the steps before this one showed.
    private bool IsAtApprovedStep(RolloutState next) => State is not Held && next is Held { Reason: AwaitsApproval, Then: Shifting };

    private RolloutState Follow(JournalRecord record, RolloutEvent happened)
    {
        try
        {
            return RolloutState.Next(State, happened);
        }
        catch (UnexpectedEventException unexpected)
        {
            throw BrokenJournalException.Unexpected(record, unexpected);
        }
    }

    private ReleaseStanding Concerning(JournalRecord record, string service) =>
        Began.Course.Members.Any(member => member.Service == service)
            ? this
            : throw BrokenJournalException.NoMember(record, service, Began.Course.Members.Select(member => member.Service));
}
