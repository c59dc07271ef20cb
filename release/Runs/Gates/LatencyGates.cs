using System.Collections.Immutable;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>How long the new version takes to answer.</summary>
/// <param name="probe">Null where nothing says where the telemetry is kept.</param>
internal sealed class LatencyGates(
    WeighedWorkload workload, LatencyProbe? probe, RolloutSettings rollout, GateTerms terms, TimeProvider time) : IGateProbe
{
    public const string NoWorkspace = "the stack has no output telemetryWorkspace, which 'release up' makes";

    private readonly GateOf _gate = new("p95", workload.Service, terms);
    private DateTimeOffset _since;

    public ImmutableArray<GateOf> GatesIn(RolloutState state) => NewVersions.AreAsked(state, workload.Service) ? [_gate] : [];

    public void Enter(RolloutState state, DateTimeOffset now) => _since = now;

    public async Task<ImmutableArray<GateReading>> LookAsync(RolloutState state, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // The whole time that is looked back on must be of this state.
        if (GatesIn(state).IsEmpty || now - _since < MetricTimes.Logs.Lag + MetricTimes.Logs.Shortest)
            return [];
        var reading = probe is null
            ? new Unreadable<LatencySample>(NoWorkspace)
            : await probe.LookAsync(workload.New, cancellation);
        var limit = (state is Watching ? rollout.WatchAt : rollout.RollBackAt).P95Milliseconds;
        var numbers = reading.Select<GateNumbers>(sample => new LatencyNumbers(sample, limit, rollout.Evidence));
        return [new GateReading(_gate, new Look(now, MetricTimes.Oldest, numbers), Requests(reading))];
    }

    // Looks overlap, so requests are counted by the error rate alone; the floor of a sample is the rule's own.
    private static long Requests(Reading<LatencySample> reading) => reading is Measured<LatencySample> measured ? measured.Value.Requests : 0;
}
