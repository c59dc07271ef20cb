using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>A release in a run's hands, with its journal in a folder of its own.</summary>
internal sealed class JournalInHand : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileJournalStore _store;
    private readonly JournalName _name;

    private JournalInHand(ReleaseBegan began, TimeProvider time, IJournalDisk? disk) => (_store, _name, Time) = (
        new FileJournalStore(_folder.Path, disk ?? new JournalDisk()), new JournalName(began.Stack.Name, began.Id), time);

    public TimeProvider Time { get; }

    public RunJournal Journal { get; private set; } = null!;

    public ReleaseStanding Standing => Journal.Standing;

    public static async Task<JournalInHand> BeginAsync(ReleaseBegan began, TimeProvider time, IJournalDisk? disk = null)
    {
        var hand = new JournalInHand(began, time, disk);
        var journal = await ReleaseJournal.BeginAsync(hand._store, began, new JournalWriter("ann@laptop", "laptop", 1), time, default);
        hand.Journal = new RunJournal(journal, ReleaseMemory.None, time);
        return hand;
    }

    public async Task WriteAsync(params Domain.Rollouts.RolloutEvent[] happened)
    {
        foreach (var one in happened)
            await Journal.WriteAsync(one);
    }

    /// <summary>Web at 10 %, which bakes.</summary>
    public async Task BakeAsync()
    {
        await WriteAsync(new PreflightPassed());
        await Journal.WriteAsync(new WorkBegan(new Deployment("web")));
        await WriteAsync(new NewVersionReady(), new SmokePassed(), new StepBegan());
        await Journal.WriteAsync(new WorkBegan(new WeightChange("web", 10)));
        await WriteAsync(new ServiceMoved("web"));
    }

    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync() =>
        [.. (await JournalReader.ReadAsync(_store, _name, default)).Records.Select(record => record.Entry)];

    /// <summary>As in <c>smoke passed</c>.</summary>
    public async Task<string[]> EventsAsync() => [.. (await EntriesAsync()).OfType<Happened>().Select(happened => happened.Event.Kind)];

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        _folder.Dispose();
    }
}
