using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Runs.Scenes;

/// <summary>
/// A stack that runs v1.2.3, with visitors, in an embedded Azure over HTTP, by a clock that nobody waits for. Releases are carried
/// out by the whole command line; what goes wrong is for the test to say.
/// </summary>
internal sealed class Scene : IJobOutcomes, IAsyncDisposable
{
    public const string Stack = "staging";
    public const string Web = "app-web-stg";
    public const string Old = $"{Web}--green-v1-2-3";
    public const string New = $"{Web}--blue-v1-3-0";

    private readonly Lock _guard = new();
    private readonly List<(string Text, Func<Task> Then)> _awaited = [];
    private SharedAzure? _shared;
    private AzureConnection? _connection;

    private Scene(DateTimeOffset start)
    {
        Time = new RushingTime(start);
        Visitors = new SceneVisitors(() => Azure, SiteWeightsAsync, Time.Elsewhere.GetUtcNow);
    }

    /// <summary>A Monday morning, outside of every freeze.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public TemporaryWorkspace Workspace { get; } = new();

    public RushingTime Time { get; }

    public SceneVisitors Visitors { get; }

    public SceneApps Apps { get; } = new();

    public EmbeddedAzure Azure => _shared!.Azure;

    /// <summary>Of the session that is open, and of those to come.</summary>
    public List<ArmFaultRule> Faults { get; } = [];

    /// <summary>Of the session that was opened last.</summary>
    public ArmServer? Server { get; private set; }

    public IJournalDisk Disk { get; set; } = new JournalDisk();

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public JobOutcome Migration { get; set; } = new JobEnds(Succeeds: true, TimeSpan.FromMinutes(1));

    public FileJournalStore Journals => new(Workspace.Folder, new HeardDisk(Disk, HearAsync, Time.Hold));

    /// <summary>Who runs the commands from now on.</summary>
    public string User { get; set; } = "ann";

    /// <summary>Processes beside the one that carries the release.</summary>
    public List<Task<CommandLineRun>> Others { get; } = [];

    /// <param name="arrange">Of the configuration, before anything is applied.</param>
    /// <param name="start">By the clock; <see cref="Start"/> unless it matters.</param>
    public static async Task<Scene> OpenAsync(Action<TemporaryWorkspace>? arrange = null, DateTimeOffset? start = null)
    {
        var scene = new Scene(start ?? Start);
        await scene.Apps.StartAsync();
        // Short, so that a test is: bakes and the watch are waited for by everybody alike.
        scene.Workspace
            .Replace("stacks/environments/base.json", "\"steps\": [10, 20, 50, 100]", "\"steps\": [10, 100]")
            .Replace("stacks/environments/base.json", "\"bake\": \"5m\"", "\"bake\": \"2m\"")
            .Replace("stacks/environments/base.json", "\"watch\": \"1h\"", "\"watch\": \"5m\"");
        arrange?.Invoke(scene.Workspace);
        await scene.UpAsync();
        return scene;
    }

    JobOutcome IJobOutcomes.Of(string jobId, string execution) => Migration;

    public void Serve(ArmServer server, AzureConnection connection)
    {
        (Server, _connection) = (server, connection);
        foreach (var fault in Faults)
            server.Faults.Add(fault);
    }

    /// <param name="call">Its name, as in <c>containerApps.patch</c>.</param>
    public void Fail(string call, ArmFault fault, int after = 0, int times = 1, bool afterEffect = false) =>
        Fail(new NamedCall(call), fault, after, times, afterEffect);

    public void Fail(CallMatch call, ArmFault fault, int after = 0, int times = 1, bool afterEffect = false)
    {
        var rule = new ArmFaultRule(call, fault) { After = after, Times = times, AfterEffect = afterEffect };
        Faults.Add(rule);
        Server?.Faults.Add(rule);
    }

    /// <summary>No call goes wrong any more.</summary>
    public void Mend()
    {
        Faults.Clear();
        Server?.Faults.Clear();
    }

    /// <summary>The whole command line, in this process.</summary>
    /// <param name="seen">Told of every line of output.</param>
    public async Task<CommandLineRun> RunAsync(Action<string>? seen, CancellationToken cancellation, params string[] arguments)
    {
        var terminal = new FakeTerminal(seen: seen);
        var application = new ReleaseApplication(terminal, Time, Workspace.Folder, (_, _) => Open());
        var code = await application.RunAsync(arguments, cancellation);
        return new CommandLineRun(code, terminal.OutputText, terminal.ErrorText);
    }

    public Task<CommandLineRun> RunAsync(params string[] arguments) => RunAsync(null, CancellationToken.None, arguments);

    /// <summary>A command that somebody else runs.</summary>
    public Task<CommandLineRun> AsAsync(string user, params string[] arguments)
    {
        User = user;
        return RunAsync(arguments);
    }

    /// <summary>The same, at the same time as the command that carries the release.</summary>
    public void Beside(string user, params string[] arguments) => Others.Add(Task.Run(() => AsAsync(user, arguments)));

    /// <summary>Once, when the journal has a line with this text; whoever wrote it waits, and so does the clock.</summary>
    public void When(string text, Func<Task> then)
    {
        lock (_guard)
            _awaited.Add((text, then));
    }

    /// <inheritdoc cref="When(string, Func{Task})"/>
    public void When(string text, Action then) => When(text, () =>
    {
        then();
        return Task.CompletedTask;
    });

    /// <summary>Web's traffic, by somebody who is no release.</summary>
    /// <param name="weight">Percent for the new version.</param>
    public async Task ShiftByHandAsync(int weight, CancellationToken cancellation = default) => await Azure.Resources.PatchAsync(
        IdOf(Web),
        Map(("configuration", Map(("ingress", Map(("traffic", (object[])[Row(New, weight, "blue"), Row(Old, 100 - weight, "green")])))))),
        cancellation);

    /// <summary>Web alone, which is enough for what is not about groups.</summary>
    public Task<CommandLineRun> ReleaseAsync(params string[] more) =>
        RunAsync(["run", Stack, "--tag", "v1.3.0", "--service", "web", "--yes", .. more]);

    /// <summary>Of the newest release.</summary>
    public async Task<IReadOnlyList<JournalRecord>> RecordsAsync()
    {
        var newest = await NewestRelease.FindAsync(new FileJournalStore(Workspace.Folder, new JournalDisk()), Stack, default)
            ?? throw new InvalidOperationException("No release ever began.");
        return (await JournalReader.ReadAsync(new FileJournalStore(Workspace.Folder, new JournalDisk()), newest.Name, default)).Records;
    }

    /// <summary>What happened to the newest release, as in <c>smoke passed</c>.</summary>
    public async Task<string[]> EventsAsync() =>
        [.. (await RecordsAsync()).Select(record => record.Entry).OfType<Happened>().Select(happened => happened.Event.Kind)];

    public async Task<string> StateAsync() => ReleaseStanding.Of(await RecordsAsync()).State.Words;

    /// <summary>As in <c>app-web-stg--green-v1-2-3 100</c>, blue first; revisions without traffic too.</summary>
    public async Task<string[]> TrafficAsync(string app = Web) =>
        [.. (await Azure.ContainerApps.TrafficAsync(IdOf(app), default)).Select(share => $"{share.Revision} {share.Weight}")];

    /// <summary>Percent of web's traffic on its old version.</summary>
    public async Task<int> OldWeightAsync() =>
        (await Azure.ContainerApps.TrafficAsync(IdOf(Web), default)).Where(share => share.Revision == Old).Sum(share => share.Weight);

    public string Registry => $"{Settings().Names().Registry}.azurecr.io";

    public string IdOf(string app, string type = "containerApps") =>
        $"/subscriptions/{AzureScope.SubscriptionId}/resourceGroups/{Settings().Names().ResourceGroup}/providers/Microsoft.App/{type}/{app}";

    public async Task<bool> HasBegunAsync() =>
        await NewestRelease.FindAsync(new FileJournalStore(Workspace.Folder, new JournalDisk()), Stack, default) is not null;

    public EnvironmentSettings Settings() => ((Valid<EnvironmentSettings>)Open().Read(Stack, null)).Value;

    public async ValueTask DisposeAsync()
    {
        _shared?.Dispose();
        Visitors.Dispose();
        await Apps.DisposeAsync();
        await Time.DisposeAsync();
        Workspace.Dispose();
    }

    private async Task HearAsync(string line)
    {
        Func<Task> then;
        lock (_guard)
        {
            var at = _awaited.FindIndex(one => line.Contains(one.Text, StringComparison.Ordinal));
            if (at < 0)
                return;
            then = _awaited[at].Then;
            _awaited.RemoveAt(at);
        }

        using var held = Time.Hold();
        await then();
    }

    private static Dictionary<string, object?> Row(string revision, int weight, string label) =>
        Map(("revisionName", revision), ("weight", weight), ("label", label));

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>Of the one site, admin, as its telemetry names its versions.</summary>
    private async Task<IEnumerable<(string Revision, int Weight)>> SiteWeightsAsync(string query, CancellationToken cancellation)
    {
        if (!query.Contains("'admin'", StringComparison.Ordinal))
            return [];
        var settings = Settings();
        var (name, slots) = (settings.Names().Site("admin"), (BlueGreenRelease)settings.Release.Services["admin"]);
        var group = new AzureGroup(AzureScope.SubscriptionId, settings.Names().ResourceGroup.Value);
        var green = (int)((await _connection!.Sites.FindAsync(group.Site(name.Value), cancellation))?.RampUp.Sum(rule => rule.Percent) ?? 0);
        return from slot in Enum.GetValues<Slot>()
               where slots[slot].Tag is not null
               select (RevisionNames.Full(name, slot, slots[slot].Tag!, slots[slot].Revision), slot == Slot.Green ? green : 100 - green);
    }

    private async Task UpAsync()
    {
        _shared = await LocalAzures.OpenAsync(
            new StackFolder(Workspace.Folder, Stack),
            new AzureScope(Stack, Settings().Location),
            Time.Elsewhere,
            options => options with { Health = Apps, JobOutcomes = this },
            default);
        var up = await RunAsync("up", Stack, "--yes");
        Assert.That(up.Code, Is.EqualTo(ExitCode.Done), up.Everything);
        // Somebody has pushed what is going to be released.
        foreach (var repository in (string[])["app-web", "app-api", "app-worker", "app-admin", "app-migration"])
        {
            await Azure.Images.AddAsync($"{Registry}/{repository}:v1.2.3", default);
            await Azure.Images.AddAsync($"{Registry}/{repository}:v1.3.0", default);
        }
    }

    private Workbench Open()
    {
        var machine = CommandLineRun.Machine(Workspace) with { User = User, Variable = Variables.GetValueOrDefault };
        var bench = Composition.Open(Workspace.Folder, LocalEngine.EngineName, machine, Time);
        return bench with { Engine = new SceneEngine(bench.Engine, this), Azure = new SceneSessions(this), Journals = Journals };
    }
}
