using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Replays;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal;

/// <summary>What every store of journals does, wherever it keeps them.</summary>
public abstract class JournalStoreContract
{
    private protected static readonly JournalWriter Ann = new("ann@laptop", "laptop", 4711);
    private protected static readonly JournalWriter Bob = new("bob@desk", "desk", 7);

    private ManualTime _time = null!;

    private protected static JournalName Name { get; } = new("production", Web.Id);

    private protected abstract IJournalStore Store { get; }

    [SetUp]
    public void SetClock() => _time = new ManualTime();

    [Test]
    public async Task Read_WhatWasAppended_InItsOrder()
    {
        await using (var journal = await BeginAsync(Ann))
        {
            await journal.AppendAsync(new WorkBegan(new PreflightChecks()), default);
            _time.Advance(TimeSpan.FromSeconds(1.2345678));
            await journal.AppendAsync(new PreflightPassed(), default);
        }

        var read = await JournalReader.ReadAsync(Store, Name, default);

        Assert.That(read.Records.Select(record => record.Number), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(read.Records.Select(record => record.Entry.Kind), Is.EqualTo(new[] { "release began", "work began", "event" }));
        Assert.That(read.Records[2].At, Is.EqualTo(read.Records[0].At.AddMilliseconds(1234)));
        Assert.That(read.Records[2].Entry, Is.EqualTo(new Happened(new PreflightPassed(), "past preflight")));
        Assert.That(read.Records.Select(record => record.Epoch), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Read_WhileItIsWritten_NeedsNoLease()
    {
        await using var journal = await BeginAsync(Ann);

        Assert.That((await JournalReader.ReadAsync(Store, Name, default)).Records, Has.Length.EqualTo(1));
        await journal.AppendAsync(new NoteWritten("ann@laptop", "so far, so good"), default);
        Assert.That((await JournalReader.ReadAsync(Store, Name, default)).Records, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task TakeOver_GoesOnInTheNextEpoch()
    {
        await (await BeginAsync(Ann)).DisposeAsync();

        await using var journal = await TakeOverAsync(Bob);
        await journal.AppendAsync(new PreflightPassed(), default);
        var read = await JournalReader.ReadAsync(Store, Name, default);

        Assert.That(read.Records.Select(record => record.Epoch), Is.EqualTo(new[] { 1, 2, 2 }));
        Assert.That(read.Records[1].Entry, Is.EqualTo(new WriterTookOver("bob@desk", "process 7 on desk", 0)));
        Assert.That(journal.Standing.State, Is.TypeOf<Preflight>());
    }

    [Test]
    public async Task TakeOver_OfWhatIsBeingWritten_NamesTheWriter()
    {
        await using var journal = await BeginAsync(Ann);

        await RejectsAsync(
            () => TakeOverAsync(Bob),
            ExitCode.Locked,
            $"{Store.NameOf(Name)} is being written by ann@laptop (process 4711 on laptop) since 2026-03-02 09:00:00 UTC. Wait until that is done; " +
            "the right to write of a process that died ends with it.");
        await journal.AppendAsync(new PreflightPassed(), default);
    }

    [Test]
    public async Task Append_OfAStaleEpoch_IsRefused_AndWritesNothing()
    {
        await using var stale = await BeginAsync(Ann);
        await LoseLeaseAsync();
        await using var journal = await TakeOverAsync(Bob);

        await RejectsAsync(
            () => stale.AppendAsync(new PreflightPassed(), default),
            ExitCode.Locked,
            $"{Store.NameOf(Name)} was taken over by bob@desk (process 7 on desk) since 2026-03-02 09:00:00 UTC in epoch 2, and this writer is of " +
            "epoch 1: nothing more is written. The release is theirs now.");
        await journal.AppendAsync(new NoteWritten("bob@desk", "mine"), default);
        var read = await JournalReader.ReadAsync(Store, Name, default);
        Assert.That(read.Records.Select(record => record.Entry.Kind), Is.EqualTo(new[] { "release began", "writer took over", "note" }));
    }

    [Test]
    public async Task Append_WhatCannotFollow_WritesNothing()
    {
        await using var journal = await BeginAsync(Ann);

        Assert.That(() => journal.AppendAsync(new WorkEnded(new Backup()), default), Throws.TypeOf<BrokenJournalException>());
        Assert.That(() => journal.AppendAsync(new GatesPassed(), default), Throws.TypeOf<Domain.Rollouts.UnexpectedEventException>());
        await journal.AppendAsync(new PreflightPassed(), default);
        Assert.That((await JournalReader.ReadAsync(Store, Name, default)).Records, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Append_Cancelled_WritesNothing()
    {
        await using var journal = await BeginAsync(Ann);

        Assert.That(
            () => journal.AppendAsync(new PreflightPassed(), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        await journal.AppendAsync(new PreflightPassed(), default);
        Assert.That((await JournalReader.ReadAsync(Store, Name, default)).Records, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Append_FromSeveralSides_IsOneAfterTheOther()
    {
        await using var journal = await BeginAsync(Ann);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(
            number => Task.Run(() => journal.AppendAsync(new NoticeFailed("slack", $"notice {number}", "timed out"), default))));

        Assert.That((await JournalReader.ReadAsync(Store, Name, default)).Records, Has.Length.EqualTo(21));
    }

    [Test]
    public async Task Begin_ASecondTime_IsRefused()
    {
        await (await BeginAsync(Ann)).DisposeAsync();

        await RejectsAsync(
            () => BeginAsync(Bob),
            ExitCode.Locked,
            "A release '20261121-120000-0a1b2c3d' of production began already. Run 'release resume production' to go on with it.");
        await (await TakeOverAsync(Bob)).DisposeAsync();
    }

    [Test]
    public async Task WhatIsNotThere_IsNamed_AndLeavesNothing()
    {
        const string None = "production has no journal of a release '20261121-120000-0a1b2c3d'. It has none at all.";

        await RejectsAsync(() => TakeOverAsync(Bob), ExitCode.Configuration, None);
        await RejectsAsync(() => JournalReader.ReadAsync(Store, Name, default), ExitCode.Configuration, None);
        Assert.That(await Store.ListAsync("production", default), Is.Empty);
    }

    [Test]
    public async Task List_IsOfOneStack_TheOldestFirst()
    {
        foreach (var id in (string[])["20261122-000000-00000000", "20261121-000000-ffffffff"])
        {
            var began = Web with { Id = ReleaseId.Parse(id) };
            await (await ReleaseJournal.BeginAsync(Store, began, Ann, _time, default)).DisposeAsync();
        }

        Assert.That(
            (await Store.ListAsync("production", default)).Select(id => id.Text),
            Is.EqualTo(new[] { "20261121-000000-ffffffff", "20261122-000000-00000000" }));
        Assert.That(await JournalReader.ReadAllAsync(Store, "production", default), Has.Length.EqualTo(2));
        Assert.That(await JournalReader.ReadAllAsync(Store, "staging", default), Is.Empty);
    }

    [Test]
    public async Task Replay_OfWhatWasStored_Agrees()
    {
        await using var journal = await BeginAsync(Ann);
        var comparison = Domain.Journal.Numbers.Comparison.None;
        foreach (var look in Looks.All)
        {
            await journal.AppendAsync(Judged.Of("everything", "web", look, 100, comparison), default);
            comparison = look.After(comparison);
        }

        var replayed = Replay.Of((await JournalReader.ReadAsync(Store, Name, default)).Records);

        Assert.That(replayed.Findings, Is.Empty);
        Assert.That(replayed.Decisions, Is.EqualTo(Looks.All.Count()));
    }

    private protected Task<ReleaseJournal> BeginAsync(JournalWriter writer) => ReleaseJournal.BeginAsync(Store, Web, writer, _time, default);

    private protected Task<ReleaseJournal> TakeOverAsync(JournalWriter writer) => ReleaseJournal.TakeOverAsync(Store, Name, writer, _time, default);

    /// <summary>The writer does not know that others can write now.</summary>
    private protected abstract Task LoseLeaseAsync();

    private protected static Task RejectsAsync(Func<Task> act, ExitCode code, string message) => Assert.ThatAsync(
        act,
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(message).And.Property(nameof(ReleaseFailure.Code)).EqualTo(code));
}
