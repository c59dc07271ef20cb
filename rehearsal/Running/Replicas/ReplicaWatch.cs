using System.Net;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Running.Probes;
using ReleaseInfra.Rehearsal.Running.Processes;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <summary>A process that has started, as its probes see it, until it ends or has to.</summary>
internal sealed class ReplicaWatch(AppProcess process, IPEndPoint address, WantedVersion wanted, ReplicaMeans means)
{
    /// <summary>Of real time, however fast the rehearsal's clock runs: probes are not what the machine is for.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(40);

    private readonly TimeProvider _time = means.Options.Time;
    private readonly DateTimeOffset _began = means.Options.Time.GetUtcNow();

    /// <param name="behaves">How the version behaves now, and what ends when it behaves otherwise.</param>
    /// <param name="seen">Told after every look.</param>
    public async Task UntilItEndsAsync(
        Func<(VersionBehaviour Behaviour, Task Otherwise)> behaves,
        Action<RevisionHealth, IPEndPoint?> seen,
        CancellationToken stopping)
    {
        var schedule = new ProbeSchedule(wanted.Probes, _began);
        var known = RevisionHealth.None;
        while (!process.Exited.IsCompleted)
        {
            var (behaviour, otherwise) = behaves();
            var killed = _began + behaviour.KilledAfter;
            if (_time.GetUtcNow() >= killed)
            {
                process.Kill();
                await process.Exited;
                return;
            }

            await LookAsync(schedule, behaviour, stopping);
            if (schedule.Verdict == ProbeVerdict.MustRestart)
            {
                seen(RevisionHealth.Unhealthy, null);
                await process.StopAsync(means.Options.EndsWithin, stopping);
                return;
            }

            known = HealthOf(schedule.Verdict, known);
            if (known != RevisionHealth.None)
                seen(known, known == RevisionHealth.Healthy ? address : null);
            await PauseAsync(Earlier(schedule.Due, killed), otherwise, stopping);
        }
    }

    private async Task LookAsync(ProbeSchedule schedule, VersionBehaviour behaviour, CancellationToken stopping)
    {
        foreach (var terms in schedule.DueAt(_time.GetUtcNow()))
        {
            var isGood = !behaviour.IsUnhealthy
                && _time.GetUtcNow() >= _began + behaviour.StartsAfter
                && await means.Probes.IsGoodAsync(address, terms, stopping);
            schedule.Saw(terms, isGood, _time.GetUtcNow());
        }
    }

    private async Task PauseAsync(DateTimeOffset? until, Task otherwise, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(process.Exited, otherwise, WaitAsync(until, over.Token));
        await over.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    private async Task WaitAsync(DateTimeOffset? until, CancellationToken cancellation)
    {
        await Task.Delay(LeastPause, means.Options.Watch, cancellation);
        var left = until - _time.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
        if (left > TimeSpan.Zero || until is null)
            await Task.Delay(left, _time, cancellation);
    }

    /// <summary>A version that was never ready keeps what was known of it: its last process may have failed.</summary>
    private static RevisionHealth HealthOf(ProbeVerdict verdict, RevisionHealth known) => verdict switch
    {
        ProbeVerdict.Ready => RevisionHealth.Healthy,
        ProbeVerdict.NotReady => RevisionHealth.Unhealthy,
        _ => known,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } first && other is { } second ? (first < second ? first : second) : one ?? other;
}
