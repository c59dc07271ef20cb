using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Rehearse.Inside;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Clocks;
using ReleaseInfra.Rehearsal.Doors;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Running;
using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>All that a release is about, on this machine: an Azure, what runs in it, the way to it, what is measured of it, and a clock.</summary>
/// <remarks>The engine that carries the release is not in it: when that is killed, the world goes on.</remarks>
internal sealed class RehearsalWorld : IAsyncDisposable
{
    /// <summary>Of the machine's time: the processes of a whole environment, on few cores.</summary>
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);

    // Each as long as it often takes in Azure.
    private static readonly OperationDurations Durations = new() { ContainerApp = TimeSpan.FromSeconds(15), Backup = TimeSpan.FromMinutes(2) };

    private readonly Holds _holds;

    private RehearsalWorld(Holds holds) => _holds = holds;

    public required WorldTime Time { get; init; }

    public required EmbeddedAzure Azure { get; init; }

    public required RunningApps Apps { get; init; }

    public required IngressServer Ingress { get; init; }

    public required RequestLedger Ledger { get; init; }

    public required DatabaseLoad Database { get; init; }

    public required ArmServer Arm { get; init; }

    /// <summary>Of resources that were made to bring the stack to its configuration.</summary>
    public required int Resources { get; init; }

    /// <summary>File by which an engine finds this world.</summary>
    public required string Door { get; init; }

    /// <exception cref="ReleaseFailure">The stack cannot be brought to its configuration, or something that runs in it does not start.</exception>
    public static async Task<RehearsalWorld> OpenAsync(WorldPlan plan, LiveFaults faults, FirstBad bad, CancellationToken cancellation)
    {
        var holds = new Holds();
        try
        {
            var time = WorldTime.Start(plan.Folder.PathOf("clock"), plan.Script.Start, RehearsalTempo.Highest);
            holds.Hold(new Ends(time));
            var levels = new MetricLevels(time);
            var ledger = new RequestLedger(time, levels, plan.IsHealth);
            var apps = new RunningApps(new RunningAppsOptions
            {
                Time = time,
                Watch = plan.Watch,
                Launches = new AppLaunches(plan.CommandsByApp, plan.Home, plan.Variables),
                LogFolder = plan.Folder.Logs,
                Behaviour = faults.BehaviourOf,
                Working = time.Working,
                Levels = levels,
            });
            var bench = Composition.Open(plan.Folder.Workspace, LocalEngine.EngineName, plan.Machine, time);
            var shared = await LocalAzures.OpenAsync(
                new StackFolder(bench.Folder, plan.Settings.Stack.Name),
                new AzureScope(plan.Settings.Stack.Name, plan.Settings.Location),
                time,
                options => options with { Health = apps, JobOutcomes = plan.Jobs, Durations = Durations },
                cancellation);
            holds.Hold(new Ends(shared));
            bad.Next = ledger;
            var ingress = holds.Hold(await IngressServer.StartAsync(
                new IngressOptions { Time = time, Watch = plan.Watch, Observer = bad, Seed = plan.Seed }, cancellation));
            apps.Follow(shared.Azure, ingress);
            // Before the ingress and Azure: it still needs both to end its processes in good order.
            holds.Hold(apps);
            var resources = await UpAsync(bench, plan.Settings, time, cancellation);
            await PushAsync(shared.Azure, plan, cancellation);
            var database = new DatabaseLoad(plan.Settings, levels);
            database.Calm();
            await StartedAsync(apps, shared.Azure, plan.Watch, cancellation);

            var logs = new LedgerLogs(ledger, plan.Apps);
            var arm = holds.Hold(await ArmServer.StartAsync(
                shared.Azure, new ArmServerOptions { Time = time, Metrics = ledger, Logs = logs }, cancellation));
            var door = holds.Hold(await AzureDoor.OpenAsync(shared.Azure, time.GetUtcNow(), cancellation));
            var file = plan.Folder.PathOf("door.json");
            new RehearsalDoor(
                plan.Folder.PathOf("clock"),
                plan.Folder.Profile,
                new LoopbackAddress(arm.Endpoint, arm.Token, Convert.ToBase64String(arm.Certificate.RawData)),
                new LoopbackAddress(door.Endpoint, door.Token, Convert.ToBase64String(door.Certificate.RawData)),
                ingress.Address.ToString()).Write(file);
            return new RehearsalWorld(holds)
            {
                Time = time,
                Azure = shared.Azure,
                Apps = apps,
                Ingress = ingress,
                Ledger = ledger,
                Database = database,
                Arm = arm,
                Resources = resources,
                Door = file,
            };
        }
        catch
        {
            await holds.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _holds.DisposeAsync();

    private static async Task<int> UpAsync(Workbench bench, EnvironmentSettings settings, WorldTime time, CancellationToken cancellation)
    {
        await using var held = await bench.Engine.LockAsync(settings.Stack, "rehearse", cancellation);
        var previewed = await PreviewAsync(bench, settings.Stack.Name, time, cancellation);
        // Shown by nobody: to bring the stack to where a rehearsal begins is no part of it.
        var applied = await bench.Engine.ApplyAsync(previewed.Plan, UpdateKind.Up, new Progress<AppliedChange>(), cancellation);
        return applied.Resources.Count(resource => !resource.IsComponent);
    }

    private static async Task<Previewed> PreviewAsync(Workbench bench, string stack, WorldTime time, CancellationToken cancellation)
    {
        using var working = time.Working();
        return await new Previewer(bench, new QuietTerminal(), time).PreviewAsync(stack, cancellation) switch
        {
            Previewed previewed => previewed,
            NoPreview none => throw ReleaseFailure.ReleaseRefused(stack, none.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no result of a preview."),
        };
    }

    /// <summary>What a build would have pushed: the versions that run, and the one that is released.</summary>
    private static async Task PushAsync(EmbeddedAzure azure, WorldPlan plan, CancellationToken cancellation)
    {
        var registry = EnvironmentHosts.Of(plan.Settings.Names()).Registry;
        foreach (var repository in plan.Repositories)
        {
            foreach (var tag in plan.Tags)
                await azure.Images.AddAsync($"{registry}/{repository}:{tag.Text}", cancellation);
        }
    }

    private static async Task StartedAsync(RunningApps apps, EmbeddedAzure azure, TimeProvider watch, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(StartsWithin, watch);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            await apps.SettledAsync(azure, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw ReleaseFailure.RehearsalNotStarted(StartsWithin, apps.Unwell.Select(version => version.Version));
        }

        // Nothing can be told from the release of something that did not work before.
        if (apps.Unwell is [var unwell, ..])
            throw ReleaseFailure.RehearsalUnwell(unwell.Version, apps.LastWordsOf(unwell.App, unwell.Version));
    }

    private sealed class Ends(IDisposable held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
