using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Blobs;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal.Blobs;

/// <summary>A writer dies at any of its writes; the next one waits for its lease, and goes on with all that was acknowledged.</summary>
public sealed class KilledBlobWriterTests
{
    private static readonly JournalName Name = new("production", Web.Id);
    private static readonly JournalWriter Ann = new("ann@laptop", "laptop", 1);
    private static readonly JournalWriter Bob = new("bob@desk", "desk", 2);

    private readonly ManualTime _time = new();

    // Making the blob, taking its lease, the head of the new epoch, then a line and a head for each of four entries.
    [Test]
    public async Task Killed_AtAnyWrite_NothingAcknowledgedIsLost([Range(1, 11)] int write, [Values] bool tookEffect)
    {
        await using var live = await LiveBlobs.OpenAsync();
        Kill(live, write, tookEffect);
        var acknowledged = await WriteUntilKilledAsync(live.Store);
        live.Server.Faults.Clear();

        var resumed = await ResumeAsync(live, new WaitingClaim(_ => live.ServerTime.Advance(TimeSpan.FromSeconds(60))));

        var read = await JournalReader.ReadAsync(live.Store, Name, default);
        Assert.That(read.Records, Has.Length.InRange(acknowledged + (resumed ? 1 : 0), acknowledged + 2));
        Assert.That(read.Records.Select(record => record.Number), Is.EqualTo(Enumerable.Range(1, read.Records.Length)));
        Assert.That(read.Unfinished, Is.Zero);
    }

    /// <summary>Nothing that it writes from then on arrives, its lease is not given back, and nobody is told.</summary>
    private static void Kill(LiveBlobs live, int write, bool tookEffect)
    {
        var writes = new PathMatch("PUT", "*");
        var gone = new BlobRefusal(403, "Killed", "Nobody is there.");
        live.Server.Faults.Add(new ArmFaultRule(writes, gone) { After = write - 1, AfterEffect = tookEffect });
        live.Server.Faults.Add(new ArmFaultRule(writes, gone) { After = write, Times = int.MaxValue - write });
    }

    private async Task<int> WriteUntilKilledAsync(IJournalStore store)
    {
        var acknowledged = 0;
        try
        {
            await using var journal = await ReleaseJournal.BeginAsync(store, Web, Ann, _time, default);
            acknowledged++;
            await journal.AppendAsync(new WorkBegan(new PreflightChecks()), default);
            acknowledged++;
            await journal.AppendAsync(new PreflightPassed(), default);
            acknowledged++;
            await journal.AppendAsync(new NoteWritten("ann@laptop", "so far, so good"), default);
            throw new InvalidOperationException("It was not killed.");
        }
        catch (ReleaseFailure)
        {
            return acknowledged;
        }
    }

    /// <summary>Begins where no release began, as whoever starts it again does.</summary>
    private async Task<bool> ResumeAsync(LiveBlobs live, JournalClaim claim)
    {
        try
        {
            await (await ReleaseJournal.TakeOverAsync(live.Store, Name, Bob, claim, _time, default)).DisposeAsync();
            return true;
        }
        catch (ReleaseFailure none) when (none.Code == ExitCode.Configuration)
        {
            live.ServerTime.Advance(TimeSpan.FromSeconds(60));
            await (await ReleaseJournal.BeginAsync(live.Store, Web, Bob, _time, default)).DisposeAsync();
            return false;
        }
    }
}
