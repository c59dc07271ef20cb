using System.Collections.Immutable;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>What a new version is asked before anybody is sent to it.</summary>
/// <param name="asking">Null where nothing runs that could be asked.</param>
internal sealed class FirstLooks(HealthLooks health, Asking? asking, ImmutableArray<SmokeRequest> requests, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // A service may need many tries until it is up: it is judged try by try, and by the time that it has.
    private static readonly GateTerms Terms = new()
    {
        Interval = Interval,
        FailureLimit = int.MaxValue,
        ConsecutiveErrorLimit = int.MaxValue,
        ConsecutiveSuccessLimit = 1,
        Evidence = new EvidenceFloor(1, 0),
    };

    public async Task<IReadOnlyList<GateReading>> HealthAsync(CancellationToken cancellation)
    {
        var answer = await health.LookAsync(cancellation);
        return [Reading("first health", answer.Select<GateNumbers>(given => new HealthNumbers(given)))];
    }

    public async Task<IReadOnlyList<GateReading>> SmokeAsync(CancellationToken cancellation)
    {
        if (requests.IsEmpty)
            return [];
        if (asking is null)
            return [Reading("smoke test", new Unreadable<GateNumbers>(Asking.Nobody))];
        if (await health.Workload.TargetAsync(asking.Scheme, cancellation) is not { } target)
            return [Reading("smoke test", new Unreadable<GateNumbers>($"{health.Workload.New} has no address of its own"))];
        var within = requests.Max(request => request.Expected.Latency) * 2;
        return
        [
            .. (await asking.Smoke.RunAsync(target, requests, within, cancellation)).Select(result => Reading(
                $"smoke test {result.Expected.Request}",
                result.Answer.Select<GateNumbers>(answer => SmokeNumbers.Of(result.Expected, answer)))),
        ];
    }

    private GateReading Reading(string gate, Reading<GateNumbers> reading) =>
        new(new GateOf(gate, health.Workload.Service, Terms), new Look(time.GetUtcNow(), Interval, reading), 0);
}
