using System.Collections.Immutable;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Freezes;

namespace ReleaseInfra.Domain.Journal.Entries;

/// <summary>Somebody's word about the plan, for or against it.</summary>
/// <param name="Expires">The first moment at which it counts no more.</param>
public sealed record ApprovalGiven(Approval Approval, DateTimeOffset Expires) : JournalEntry
{
    public override string Kind => "approval";

    public Approval Approval { get; } = Approval with { At = JournalTime.Of(Approval.At) };

    public DateTimeOffset Expires { get; } = JournalTime.Of(Expires);
}

/// <summary>An urgent release went through freezes.</summary>
public sealed record FreezesSkipped(ImmutableArray<FrozenSpan> Freezes) : JournalEntry
{
    public override string Kind => "freezes skipped";
}

/// <summary>It stops no release; somebody was not told.</summary>
/// <param name="Channel">As configured, such as <c>slack</c>; never its address, which is a secret.</param>
/// <param name="Notice">What it was about, such as <c>rolled back</c>.</param>
public sealed record NoticeFailed(string Channel, string Notice, string Error) : JournalEntry
{
    public override string Kind => "notice failed";
}
