using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>The new version's health, and, where it does not answer, at once whether anything of it does.</summary>
internal sealed class HealthGates(HealthLooks looks, GateTerms terms, TimeProvider time) : IGateProbe
{
    private readonly GateOf _health = new("health", looks.Workload.Service, terms);
    private readonly GateOf _answers = new("answers", looks.Workload.Service, terms with { FailureLimit = 0, ConsecutiveFailureLimit = null });

    public ImmutableArray<GateOf> GatesIn(RolloutState state) => NewVersions.Answer(state) ? [_health] : [];

    public void Enter(RolloutState state, DateTimeOffset now)
    {
    }

    public async Task<ImmutableArray<GateReading>> LookAsync(RolloutState state, CancellationToken cancellation)
    {
        if (!NewVersions.Answer(state))
            return [];
        var health = await looks.LookAsync(cancellation);
        var reading = new GateReading(_health, LookAt(health, answer => new HealthNumbers(answer)), 0);
        return health is Measured<HealthAnswer> { Value: HealthUnanswered }
            ? [reading, new GateReading(_answers, LookAt(await looks.TryAsync(cancellation), tries => new UnresponsiveNumbers(tries)), 0)]
            : [reading];
    }

    private Look LookAt<T>(Reading<T> reading, Func<T, GateNumbers> numbers) => new(time.GetUtcNow(), terms.Interval, reading.Select(numbers));
}
