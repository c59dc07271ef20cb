using System.Collections.Immutable;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Domain.Journal.Entries;

/// <summary>An execution that this release began: whoever takes over waits for it, and begins no other.</summary>
/// <param name="Execution">As Azure names it.</param>
public sealed record JobStarted(string Execution) : JournalEntry
{
    public override string Kind => "job started";
}

/// <summary>What the database could be put back to.</summary>
/// <param name="To">As in <c>backup release-20261121-093000-0a1b2c3d</c>.</param>
public sealed record RestorePointNoted(string To) : JournalEntry
{
    public override string Kind => "restore point";
}

/// <summary>Whether a service's way back was proved before its step.</summary>
public sealed record WayBackJudged : JournalEntry
{
    /// <summary>As it was recorded; what a release finds now comes from <see cref="Of"/>.</summary>
    public WayBackJudged(string service, ImmutableArray<string> facts, ImmutableArray<string> gaps) =>
        (Service, Facts, Gaps) = (service, facts, gaps);

    public override string Kind => "way back";

    public string Service { get; }

    /// <summary>A sentence each; empty where there are gaps.</summary>
    public ImmutableArray<string> Facts { get; }

    /// <summary>A sentence for each fact that is wrong or not known; empty where it is proved.</summary>
    public ImmutableArray<string> Gaps { get; }

    public static WayBackJudged Of(string service, ProofDecision decision) => decision switch
    {
        RollbackProved proved => new WayBackJudged(service, proved.Facts, []),
        RollbackUnproved unproved => new WayBackJudged(service, [], [.. unproved.Gaps.Select(gap => gap.Message)]),
        _ => throw new ArgumentException($"Unknown decision {decision.GetType().Name}.", nameof(decision)),
    };
}
