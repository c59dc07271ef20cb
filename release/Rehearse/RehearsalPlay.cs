using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Rehearse.Carrying;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Cli.Rehearse;

/// <summary>One release in one world, with visitors, from the first of them to the last.</summary>
internal sealed class RehearsalPlay(WorldPlan plan, RehearsedTraffic traffic, RehearsalTempo tempo, TimeProvider machineTime)
{
    /// <summary>Of the machine's time: visitors are there before the release, and after it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LastAnswers = TimeSpan.FromMinutes(1);

    /// <param name="watcher">Shows the release, and is told of it by the rehearsal's clock.</param>
    public async Task<RehearsalResult> RunAsync(
        RehearsalWorld world, LiveFaults faults, FirstBad bad, IJournalWatcher watcher, CancellationToken cancellation)
    {
        var stack = plan.Settings.Stack.Name;
        var bench = Composition.Open(plan.Folder.Workspace, Engine.Local.LocalEngine.EngineName, plan.Machine, world.Time);
        var approvers = new Approvers(plan.Settings.Approvals, plan.Machine.User);
        var starts = new EngineStarts(world, plan.Folder.Workspace, world.Door);
        var journal = new RehearsedJournal(
            bench.Journals,
            stack,
            [
                starts,
                new Pace(tempo, world.Time),
                watcher,
                faults,
                new ApprovalsInFlight(approvers, bench.RequestsOf(stack)!, world.Time),
            ]);
        var carried = new CarriedRelease(journal, stack, approvers, starts, machineTime);
        faults.World = world;
        faults.Kill = carried.Kill;

        var begun = machineTime.GetTimestamp();
        world.Time.Speed = 1;
        await using var load = OpenLoopLoad.Start(traffic.Of(world, plan));
        await Task.Delay(Margin, machineTime, cancellation);
        var end = await carried.RunAsync(Arguments(), cancellation);
        // To the last answer also where the rehearsal was interrupted: what was lost is lost.
        using var last = new CancellationTokenSource(LastAnswers, machineTime);
        await Task.Delay(Margin, machineTime, last.Token);
        var figures = await load.StopAsync(last.Token);
        return new RehearsalResult(
            end.Code,
            journal.Standing,
            journal.Records,
            plan.Faults,
            figures,
            RehearsalTimes.Of(journal.Records, bad.At),
            carried.Kills,
            machineTime.GetElapsedTime(begun))
        {
            Complaints = end.Complaints,
        };
    }

    /// <summary>The very command that would carry it in the environment itself.</summary>
    private IEnumerable<string> Arguments()
    {
        var request = plan.Script.Request;
        return
        [
            "run", request.Stack, "--tag", request.Tag.Text, "--yes", "--json", "--why", "a rehearsal",
            .. request.Services.SelectMany(service => new[] { "--service", service }),
            .. Kind(request.Kind),
        ];
    }

    private static IEnumerable<string> Kind(ReleaseKind kind) => kind switch
    {
        RegularRelease => [],
        Hotfix hotfix => ["--hotfix", hotfix.Reason, .. Bake(hotfix.LongestBake)],
        SecurityRelease security => ["--security", security.Reason, .. Bake(security.LongestBake)],
        _ => throw new InvalidOperationException($"A rehearsal knows no {kind.GetType().Name}."),
    };

    private static IEnumerable<string> Bake(TimeSpan? longest) => longest is { } bake ? ["--longest-bake", PlanText.Of(bake)] : [];
}
