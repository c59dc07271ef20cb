using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Migrations.Rehearsal;
using ReleaseInfra.Cli.Rehearse;
using ReleaseInfra.Cli.Rehearse.Databases;
using ReleaseInfra.Cli.Rehearse.Views;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Cli.Simulate;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Plays a whole release on this machine, shows it, and reports on it.</summary>
internal sealed class RehearseCommand(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<ExitCode> RunAsync(RehearseArguments arguments, CancellationToken cancellation)
    {
        Check(arguments);
        using var folder = RehearsalFolder.CopyOf(workbench.Folder);
        folder.IsKept = arguments.Keeps;
        var machine = workbench.Machine with { ProfileFolder = folder.Profile };
        var bench = Composition.Open(folder.Workspace, LocalEngine.EngineName, machine, clock);
        var (script, problems) = await new ScriptReader(bench, clock).ReadAsync(arguments.Release, arguments.At, cancellation);
        if (script is not null && arguments.Simulated is { } many)
            return await new SimulateCommand(bench, terminal).RunAsync(Simulation(arguments, many), arguments.Format, cancellation);
        if (script is not null)
        {
            var plan = new WorldPlan(
                folder, machine, script, Known(arguments, script.Settings), workbench.CurrentFolder, arguments.Faults, arguments.Traffic.Seed, clock);
            return arguments.Database is { } wishes
                ? await MigrateAsync(arguments, plan, wishes, cancellation)
                : await PlayAsync(arguments, plan, cancellation);
        }

        if (!problems.IsEmpty)
            return terminal.Refuse(arguments.Release.Stack, problems);
        terminal.Error.WriteLine($"{arguments.Release.Stack} serves {arguments.Release.Tag.Text} already: there is nothing to rehearse.");
        return ExitCode.Done;
    }

    // By itself, or what talks to PostgreSQL would be loaded for every rehearsal.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<ExitCode> MigrateAsync(RehearseArguments arguments, WorldPlan plan, DatabaseWishes wishes, CancellationToken cancellation)
    {
        await using var database = await RehearsedDatabase.OpenAsync(
            wishes with { Folder = Path.GetFullPath(wishes.Folder, workbench.CurrentFolder) },
            plan.Settings,
            workbench.Machine.Variable("PATH"),
            terminal,
            clock,
            cancellation);
        if (database.Migrations is MigrationsRestored || arguments.Format == OutputFormat.Text)
            MigrationsView.Write(database.Migrations, new StyledWriter(
                arguments.Format == OutputFormat.Text ? terminal.Output : terminal.Error, colour: arguments.Format == OutputFormat.Text && terminal.OutputColour));
        return database.Migrations is MigrationsPassed
            ? await PlayAsync(arguments, plan with { Variables = database.Variables }, cancellation)
            : ExitCode.RolledBack;
    }

    private async Task<ExitCode> PlayAsync(RehearseArguments arguments, WorldPlan plan, CancellationToken cancellation)
    {
        var view = new RehearsalView(terminal, arguments.Format, plan);
        view.Begin();
        var bad = new FirstBad(plan.NewVersions);
        await using var faults = new LiveFaults(plan.Faults, plan.Tag);
        RehearsalResult result;
        await using (var world = await terminal.TrackAsync("Starting", _ => RehearsalWorld.OpenAsync(plan, faults, bad, cancellation)))
        {
            view.Open(world, arguments.Traffic);
            var targets = RehearsedTraffic.Targets(world, plan).Length;
            var tempo = new RehearsalTempo(plan.Settings.Rollout, arguments.Traffic.PerSecond / Math.Max(1, targets), arguments.Speed);
            await using (var watcher = view.Watch(world.Time))
                result = await new RehearsalPlay(plan, arguments.Traffic, tempo, clock).RunAsync(world, faults, bad, watcher, cancellation);
            var report = await new RehearsalPage(workbench, plan).WriteAsync(result, world, arguments.Report, cancellation);
            view.End(result, report);
        }

        return result.Code;
    }

    private static SimulationRequest Simulation(RehearseArguments arguments, int releases) =>
        new(arguments.Release, arguments.Faults, releases, (ulong)arguments.Traffic.Seed, Environment.ProcessorCount);

    private static void Check(RehearseArguments arguments)
    {
        if (!double.IsFinite(arguments.Traffic.PerSecond) || arguments.Traffic.PerSecond <= 0)
            throw ReleaseFailure.NoRate(arguments.Traffic.PerSecond);
        if (arguments.Speed is { } speed && !(speed is >= 1 and <= RehearsalTempo.Highest))
            throw ReleaseFailure.NoSpeed(speed);
        if (arguments.Simulated is < 1)
            throw ReleaseFailure.NothingToSimulate(arguments.Simulated.Value);
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Known(
        RehearseArguments arguments, EnvironmentSettings settings) =>
        arguments.Commands.Keys.FirstOrDefault(service => !settings.Services.ContainsKey(service)) is { } unknown
            ? throw ReleaseFailure.UnknownService(settings.Stack.Name, unknown, settings.Services.Keys)
            : arguments.Commands;
}
