using System.Collections.Immutable;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Everything that can be known to be in the way before anything is changed.</summary>
internal sealed class PreflightWork(Underway release, FreezeCalendar freezes, ApprovalTerms approvals, IImageRegistry images) : IStateWork
{
    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        await release.Journal.WriteAsync(new WorkBegan(new PreflightChecks()));
        if (await FrozenAsync(standing) is { } frozen)
            return new FreezeMet(frozen.By.Name);
        switch (Approvals.Judge(approvals, standing, release.Time.GetUtcNow()))
        {
            case StillNeeded:
                return new ApprovalMissing();
            case Refused refused:
                return new WorkFailed($"{refused.By} refused the plan.");
        }

        ImmutableArray<string> missing = [.. await NewImages.MissingAsync(standing.Began, release.Settings, images, cancellation), .. await WaysBackAsync(cancellation)];
        return missing.IsEmpty ? new PreflightPassed() : new WorkFailed(string.Join(' ', missing));
    }

    private async Task<Frozen?> FrozenAsync(ReleaseStanding standing)
    {
        var run = new ForwardRun(
            standing.Began.Release,
            RemainingTime.Of(standing.State, TimeSpan.Zero, new PredictedDurations()),
            new PredictedDurations().ReturnOf(standing.Began.Course));
        var decision = FreezeRule.Start(freezes, run, release.Time.GetUtcNow());
        if (decision is Clear { Skipped: { IsEmpty: false } skipped })
            await release.Journal.WriteAsync(new FreezesSkipped(skipped));
        return decision as Frozen;
    }

    private async Task<ImmutableArray<string>> WaysBackAsync(CancellationToken cancellation)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var workload in release.Workloads)
        {
            if (await new WayBack(release).ProveAsync(workload, cancellation) is { } unproved)
                missing.Add(unproved);
        }

        return missing.ToImmutable();
    }
}
