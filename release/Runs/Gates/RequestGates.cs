using System.Collections.Immutable;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>A service's requests, batch by batch: the new version's failures against their limit, and against the old version's.</summary>
internal sealed class RequestGates(
    WeighedWorkload workload, RequestProbe probe, RolloutSettings rollout, RegressionTerms regression, GateTerms terms, TimeProvider time)
    : IGateProbe
{
    // Long enough to hold some batches, and short enough that what went wrong now is not hidden by what went well before.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    private readonly GateOf _errors = new("error rate", workload.Service, terms);
    private readonly GateOf _versions = new("old and new", workload.Service, terms);
    private readonly List<RequestBatch> _batches = [];
    private DateTimeOffset _since;
    private PairedTally _pair;
    private bool _renews;

    public ImmutableArray<GateOf> GatesIn(RolloutState state) => state switch
    {
        _ when !NewVersions.AreAsked(state, workload.Service) => [],
        _ when Compares(state) => [_errors, _versions],
        _ => [_errors],
    };

    public void Enter(RolloutState state, DateTimeOffset now)
    {
        // A batch that begins before the weight stood would be of two weights.
        _since = now;
        _batches.Clear();
        _pair = default;
        _renews = state is Baking { Step: > 0 };
    }

    public async Task<ImmutableArray<GateReading>> LookAsync(RolloutState state, CancellationToken cancellation)
    {
        if (!NewVersions.AreAsked(state, workload.Service) || !probe.HasClosed)
            return [];
        var batch = await probe.LookAsync(cancellation);
        if (batch is Measured<RequestBatch> measured && measured.Value.From < _since)
            return [];
        var readings = ImmutableArray.CreateBuilder<GateReading>();
        readings.Add(Errors(batch, state is Watching ? rollout.WatchAt : rollout.RollBackAt));
        if (Compares(state) && Pair(batch) is { } pair)
            readings.Add(pair);
        return readings.ToImmutable();
    }

    private bool Compares(RolloutState state) => state.NewWeight(workload.Service) is > 0 and < 100;

    private GateReading Errors(Reading<RequestBatch> reading, HealthLimits limits)
    {
        if (reading is Measured<RequestBatch> { Value: var batch })
        {
            _batches.Add(batch);
            _batches.RemoveAll(old => old.Until <= batch.Until - Recent);
        }

        var asked = RequestBatch.Of(reading, workload.New);
        var recent = _batches.Aggregate(default(Tally), (sum, batch) => sum + (batch.Find(workload.New) ?? default));
        var numbers = asked.Select<GateNumbers>(_ => new ErrorRateNumbers(recent, limits.ErrorRatePercent, rollout.Evidence));
        return new GateReading(_errors, LookAt(numbers), asked is Measured<Tally> measured ? measured.Value.Requests : 0);
    }

    /// <returns>Null while there are too few requests for a batch of their own.</returns>
    private GateReading? Pair(Reading<RequestBatch> reading)
    {
        if (reading is not Measured<RequestBatch> { Value: var batch, At: var at }
            || batch.Find(workload.Old) is not { } old
            || batch.Find(workload.New) is not { } @new)
        {
            return null;
        }

        _pair = new PairedTally(_pair.Old + old, _pair.New + @new);
        if (_pair.New.Requests < RegressionTest.SmallestBatch || _pair.Old.Requests < RegressionTest.SmallestBatch)
            return null;
        var numbers = new OldAndNew(_pair.Old, _pair.New, _renews, regression, rollout.Evidence);
        var requests = _pair.New.Requests;
        (_pair, _renews) = (default, false);
        return new GateReading(_versions, LookAt(new Measured<GateNumbers>(numbers, at)), requests);
    }

    private Look LookAt(Reading<GateNumbers> reading) => new(time.GetUtcNow(), MetricTimes.Oldest, reading);

    private readonly record struct PairedTally(Tally Old, Tally New);
}
