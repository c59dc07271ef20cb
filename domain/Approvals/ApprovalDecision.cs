using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Approvals;

public abstract record ApprovalDecision
{
    private protected ApprovalDecision()
    {
    }
}

/// <param name="By">In the order in which they agreed; empty where nobody is needed.</param>
public sealed record Granted(ImmutableArray<string> By) : ApprovalDecision;

/// <param name="Missing">How many more people.</param>
/// <param name="From">Who could still agree; empty where that is anyone.</param>
/// <param name="NotCounted">A sentence for each word that does not count.</param>
public sealed record StillNeeded(int Missing, ImmutableArray<string> From, ImmutableArray<string> NotCounted) : ApprovalDecision;

/// <summary>One refusal is enough.</summary>
public sealed record Refused(string By) : ApprovalDecision;
