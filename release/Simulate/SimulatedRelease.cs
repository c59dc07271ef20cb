using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Simulate.Clock;
using ReleaseInfra.Cli.Simulate.Draws;
using ReleaseInfra.Cli.Simulate.Figures;
using ReleaseInfra.Cli.Simulate.Ports;
using ReleaseInfra.Cli.Simulate.World;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;

namespace ReleaseInfra.Cli.Simulate;

/// <summary>One whole release in a world of its own, carried by what carries real ones.</summary>
internal sealed class SimulatedRelease
{
    // An interrupt would come from another thread, which the world knows nothing of: it is heeded between two releases.
    private static readonly CancellationToken Uninterrupted = new(canceled: false);

    private readonly SimulatedWorld _world;
    private readonly SimulatedJournals _journals;
    private readonly Workbench _workbench;
    private readonly SeededDraws _draws;
    private EnvironmentSettings _written;

    private SimulatedRelease(SimulatedScene scene, Workbench workbench, VirtualTime time, ulong seed)
    {
        (_world, _written) = (new SimulatedWorld(scene, time, seed), scene.Settings);
        _journals = new SimulatedJournals(time);
        _draws = SeededDraws.For(seed, "process");
        var calls = new SimulatedCalls(_world, SeededDraws.For(seed, "calls"));
        _workbench = workbench with
        {
            Engine = new SimulatedEngine(_world, calls),
            Azure = new SimulatedSessions(new SimulatedAzure(_world, calls), new SimulatedProbes(_world, SeededDraws.For(seed, "probes"))),
            Read = (_, _) => new Valid<EnvironmentSettings>(_written),
            ReadWith = (stack, _, release) => new EditedConfiguration(
                Workspace.StackFile(stack), "", new Valid<EnvironmentSettings>(_written with { Release = release })),
            KeepAsync = (edited, _) =>
            {
                _written = ((Valid<EnvironmentSettings>)edited.Settings).Value;
                return Task.CompletedTask;
            },
            RequestsOf = _ => null,
        };
    }

    /// <summary>On the calling thread; it takes as long as it takes to compute.</summary>
    /// <param name="workbench">Of which the machine counts, and where settings stand.</param>
    public static PlayedRelease Play(SimulatedScene scene, Workbench workbench, ulong seed)
    {
        var time = new VirtualTime(SimulatedScene.Start);
        return time.Run(() => new SimulatedRelease(scene, workbench, time, seed).PlayAsync());
    }

    private async Task<PlayedRelease> PlayAsync()
    {
        var kills = new Queue<KillMoment>(_world.Scene.Faults.OfType<KillEngineFault>().Select(fault => fault.At));
        var observed = new ObservedRelease();
        var carried = CarryAsync(observed, kills, opening => opening.BeginAsync(_world.Scene.Began, Uninterrupted));
        while (!await carried)
        {
            _world.Troubles.Begin(_world.Now);
            await Task.Delay(_draws.Around(SimulatedTimings.Resumption, SimulatedTimings.Spread), _world.Time);
            var name = new JournalName(_world.Scene.Began.Stack.Name, _world.Scene.Began.Id);
            carried = CarryAsync(observed, kills, opening => opening.TakeOverAsync(name, Uninterrupted));
        }

        _world.Visitors.ComeUntil(_world.Now);
        return new PlayedRelease(observed.Outcome(_world), _journals.Records);
    }

    /// <returns>False where the process was killed.</returns>
    private async Task<bool> CarryAsync(ObservedRelease observed, Queue<KillMoment> kills, Func<RunOpening, Task<OpenRun>> open)
    {
        var process = new VirtualProcess(_world.Time);
        var killer = new Killer(observed, kills, process);
        var manner = new RunManner("simulation", new NoAzureLog(), killer, _ => null);
        var opening = new RunOpening(_workbench, manner, _world.Time) { Journals = _journals };
        var carried = process.Do(() => RunAsync(opening, open));
        if (await Task.WhenAny(carried, killer.HasKilled) != carried)
            return false;
        await carried;
        return true;
    }

    private static async Task RunAsync(RunOpening opening, Func<RunOpening, Task<OpenRun>> open)
    {
        await using var run = await open(opening);
        try
        {
            await run.RunAsync(Uninterrupted);
        }
        catch (ReleaseFailure)
        {
            // What is left to be written down is; the journal has how the release itself ended.
        }
    }

    /// <summary>Sees each line, and ends the process that wrote it where the line says that it is time.</summary>
    private sealed class Killer(ObservedRelease observed, Queue<KillMoment> kills, VirtualProcess process) : IJournalListener
    {
        private readonly TaskCompletionSource _killed = new();

        public Task HasKilled => _killed.Task;

        public Task HearAsync(JournalRecord record, ReleaseStanding standing, CancellationToken cancellation)
        {
            observed.See(record, standing);
            if (!kills.TryPeek(out var moment) || !moment.Is(standing.State))
                return Task.CompletedTask;
            kills.Dequeue();
            process.Kill();
            _killed.SetResult();
            // Whoever wrote the line never comes back from it.
            return new TaskCompletionSource().Task;
        }
    }
}

/// <param name="Journal">What it wrote down, in all its processes.</param>
internal sealed record PlayedRelease(ReleaseOutcome Outcome, IReadOnlyList<JournalRecord> Journal);
