using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Simulate.Figures;
using ReleaseInfra.Cli.Simulate.World;

namespace ReleaseInfra.Cli.Simulate;

/// <summary>Many whole releases, each by a clock and in a world of its own; the same for the same seed, on however many threads.</summary>
internal sealed class Simulation(Workbench workbench)
{
    /// <param name="progress">Of releases that are over.</param>
    /// <exception cref="ReleaseFailure">The configuration has problems, there is no such release, or a fault that is never there.</exception>
    public async Task<SimulationResult> RunAsync(SimulationRequest request, IProgress<int> progress, CancellationToken cancellation)
    {
        var trials = Trials(request);
        var outcomes = new ReleaseOutcome[request.Releases];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = cancellation };
        // Each takes its thread for as long as it runs, so none is taken from whoever waits for the end.
        await Task.Run(
            () => Parallel.For(0, request.Releases, options, number =>
            {
                var trial = trials[number % trials.Length];
                // The same luck under each policy: what differs is what the policy makes of it.
                var seed = SeedOf(request.Seed, number / trials.Length, trial.Fault);
                outcomes[number] = SimulatedRelease.Play(trial.Scene, workbench, seed).Outcome;
                progress.Report(Interlocked.Increment(ref done));
            }),
            cancellation);
        return new SimulationResult(request, [.. trials.Select((trial, index) => Row(trial, index))]);

        SimulationRow Row(Trial trial, int index) => SimulationRow.Of(
            trial.Policy,
            trial.Fault,
            [.. outcomes.Where((_, number) => number % trials.Length == index)]);
    }

    private ImmutableArray<Trial> Trials(SimulationRequest request)
    {
        ImmutableArray<RehearsalFault> faults = request.Faults is [] ? [.. FaultKind.All.Select(kind => FaultSyntax.Parse(kind.Example))] : request.Faults;
        var maker = new SceneMaker(workbench, request.Release);
        return
        [
            .. from policy in SimulatedPolicy.All
               from fault in faults.Prepend(null)
               select new Trial(policy, fault, maker.Make(policy, fault is null ? [] : [fault])),
        ];
    }

    private static ulong SeedOf(ulong seed, int number, RehearsalFault? fault)
    {
        var hash = seed ^ ((ulong)number * 0x9E3779B97F4A7C15UL);
        foreach (var character in fault?.ToString() ?? "")
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }

    /// <param name="Fault">Null for a sound release.</param>
    private sealed record Trial(SimulatedPolicy Policy, RehearsalFault? Fault, SimulatedScene Scene);
}
