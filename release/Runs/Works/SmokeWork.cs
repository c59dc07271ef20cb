using ReleaseInfra.Cli.Runs.Gates;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Health first, then the smoke tests, at the new version's own address. Nobody is sent there yet.</summary>
/// <param name="board">Of these looks alone: others are taken and judged in the meantime.</param>
internal sealed class SmokeWork(Underway release, IReadOnlyList<FirstLooks> services, GateBoard board) : IStateWork
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        await release.Journal.WriteAsync(new WorkBegan(new SmokeTests()));
        board.Enter([]);
        var deadlines = standing.Began.Course.Deadlines;
        foreach (var service in services)
        {
            if (await UntilAsync(service.HealthAsync, deadlines.Health - Interval, cancellation) is { } unhealthy)
                return unhealthy;
        }

        foreach (var service in services)
        {
            if (await UntilAsync(service.SmokeAsync, deadlines.Smoke - (2 * Interval), cancellation) is { } wrong)
                return wrong;
        }

        return new SmokePassed();
    }

    /// <summary>Asks until everything passes: a version that has just started may need a moment.</summary>
    /// <returns>Null where it passed.</returns>
    private async Task<RolloutEvent?> UntilAsync(
        Func<CancellationToken, Task<IReadOnlyList<GateReading>>> look, TimeSpan most, CancellationToken cancellation)
    {
        var begun = release.Time.GetTimestamp();
        while (true)
        {
            var verdicts = new List<Verdict>();
            foreach (var reading in await look(cancellation))
                verdicts.Add(await JudgeAsync(reading));
            var joint = verdicts.Count == 0 ? Verdict.Passed("There is nothing to be asked.") : Verdict.Joint(verdicts);
            if (joint.Outcome == Outcome.Passed)
                return null;
            if (release.Time.GetElapsedTime(begun) + Interval >= most)
                return joint.Outcome == Outcome.Failed ? new GateFailed(joint.Message) : new EvidenceMissing(joint.Message);
            await Task.Delay(Interval, release.Time, cancellation);
        }
    }

    private async Task<Verdict> JudgeAsync(GateReading reading)
    {
        await board.ObserveAsync(reading);
        return reading.Gate.Named(reading.Look.Judge(Domain.Journal.Numbers.Comparison.None));
    }
}
