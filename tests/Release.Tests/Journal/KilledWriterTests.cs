using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal;

/// <summary>A writer dies in the middle of any change of its files; the next one goes on with all that was acknowledged.</summary>
public sealed class KilledWriterTests
{
    private static readonly JournalName Name = new("production", Web.Id);
    private static readonly JournalWriter Ann = new("ann@laptop", "laptop", 1);
    private static readonly JournalWriter Bob = new("bob@desk", "desk", 2);

    private readonly ManualTime _time = new();
    private TemporaryFolder _folder = null!;

    private FileJournalStore Store => new(_folder.Path, new JournalDisk());

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    // The head of the new epoch, then two changes for each of four entries: its line, and the head that counts it.
    [Test]
    public async Task Killed_AtAnyChange_NothingAcknowledgedIsLost(
        [Range(1, 9)] int change, [Values(0, 0.4, 1)] double done)
    {
        var acknowledged = await WriteUntilKilledAsync(new KillingDisk(change, done));
        var resumed = await ResumeAsync();

        var read = await JournalReader.ReadAsync(Store, Name, default);
        Assert.That(read.Records, Has.Length.InRange(acknowledged + (resumed ? 1 : 0), acknowledged + 2));
        Assert.That(read.Unfinished, Is.Zero);
    }

    [Test]
    public async Task Killed_WhileTakingOver_TheThirdGoesOn([Values(1, 2, 3)] int change, [Values(0, 0.4, 1)] double done)
    {
        await WriteUntilKilledAsync(new KillingDisk(6, 0.4));
        Assert.That(
            () => ReleaseJournal.TakeOverAsync(new FileJournalStore(_folder.Path, new KillingDisk(change, done)), Name, Bob, _time, default),
            Throws.TypeOf<KilledException>());

        Assert.That(await ResumeAsync(), Is.True);
        Assert.That((await JournalReader.ReadAsync(Store, Name, default)).Unfinished, Is.Zero);
    }

    private async Task<int> WriteUntilKilledAsync(KillingDisk disk)
    {
        var acknowledged = 0;
        try
        {
            await using var journal = await ReleaseJournal.BeginAsync(new FileJournalStore(_folder.Path, disk), Web, Ann, _time, default);
            acknowledged++;
            await journal.AppendAsync(new WorkBegan(new PreflightChecks()), default);
            acknowledged++;
            await journal.AppendAsync(new PreflightPassed(), default);
            acknowledged++;
            await journal.AppendAsync(new NoteWritten("ann@laptop", "so far, so good"), default);
            throw new InvalidOperationException("It was not killed.");
        }
        catch (KilledException)
        {
            return acknowledged;
        }
    }

    /// <summary>Begins where no release began, as whoever starts it again does.</summary>
    private async Task<bool> ResumeAsync()
    {
        try
        {
            await (await ReleaseJournal.TakeOverAsync(Store, Name, Bob, _time, default)).DisposeAsync();
            return true;
        }
        catch (ReleaseFailure none) when (none.Code == ExitCode.Configuration)
        {
            await (await ReleaseJournal.BeginAsync(Store, Web, Bob, _time, default)).DisposeAsync();
            return false;
        }
    }
}
