using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>Something that must not rise too high while a new version has traffic.</summary>
/// <param name="question">Null as long as nobody knows what to ask about, such as an app without a revision.</param>
internal sealed class LevelGates(
    string name,
    string? service,
    Func<CancellationToken, Task<LevelQuestion?>> question,
    double limit,
    LevelProbe probe,
    GateTerms terms,
    TimeProvider time) : IGateProbe
{
    private readonly GateOf _gate = new(name, service, terms);

    public ImmutableArray<GateOf> GatesIn(RolloutState state) => NewVersions.HaveWork(state) ? [_gate] : [];

    public void Enter(RolloutState state, DateTimeOffset now)
    {
    }

    public async Task<ImmutableArray<GateReading>> LookAsync(RolloutState state, CancellationToken cancellation)
    {
        if (!NewVersions.HaveWork(state))
            return [];
        var numbers = (await ReadAsync(cancellation)).Select<GateNumbers>(level => new LevelNumbers(level, limit));
        return [new GateReading(_gate, new Look(time.GetUtcNow(), MetricTimes.Oldest, numbers), 0)];
    }

    private async Task<Reading<Level>> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await question(cancellation) is { } asked
                ? await probe.LookAsync(asked, cancellation)
                : new NothingMeasured<Level>($"there is nothing yet that has {name}");
        }
        catch (AzureFailure failure)
        {
            return new Unreadable<Level>(failure.Message);
        }
    }
}
