using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Chain;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Blobs;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal.Blobs;

/// <summary>A writer, and what can happen to it that cannot happen to one of a file.</summary>
public sealed class BlobWriterTests
{
    private static readonly JournalName Name = new("production", Web.Id);
    private static readonly JournalWriter Ann = new("ann@laptop", "laptop", 4711);
    private static readonly JournalWriter Bob = new("bob@desk", "desk", 7);

    private readonly ManualTime _time = new();
    private LiveBlobs _live = null!;

    private string File => _live.Store.NameOf(Name);

    private string LeaseLost =>
        $"The right to write {File} was lost: its lease ended before it could be renewed, or somebody broke it. Nothing more is written. " +
        "Run 'release resume', unless somebody else does.";

    private string TakenOver =>
        $"{File} was taken over by bob@desk (process 7 on desk) since 2026-03-02 09:00:00 UTC in epoch 2, and this writer is of epoch 1: " +
        "nothing more is written. The release is theirs now.";

    [SetUp]
    public async Task OpenAsync() => _live = await LiveBlobs.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task EveryCall_WhoseAnswerIsLost_TakesEffectOnce(
        [Values("blobs.create", "leases.acquire", "blobs.append", "blobs.setMetadata", "blobs.get", "leases.release")] string call,
        [Values] bool afterEffect,
        [Values(0, 1)] int after)
    {
        _live.Fail(call, new ConnectionReset(), afterEffect: afterEffect, after: after);

        await using (var journal = await BeginAsync())
        {
            await journal.AppendAsync(new PreflightPassed(), default);
            await journal.AppendAsync(new NoteWritten("ann@laptop", "so far, so good"), default);
        }

        await (await TakeOverAsync(JournalClaim.Wait)).DisposeAsync();
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "event", "note", "writer took over" }));
    }

    [Test]
    public async Task Append_WhoseAnswerIsLostTwice_IsWrittenOnce()
    {
        await using var journal = await BeginAsync();
        _live.Fail("blobs.append", new ConnectionReset(), times: 2, afterEffect: true);
        _live.Fail("blobs.setMetadata", new ServerError(), times: 2, afterEffect: true);

        await journal.AppendAsync(new PreflightPassed(), default);

        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "event" }));
        Assert.That((await _live.Store.ReadAsync(Name, default)).Head!.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Append_Throttled_WaitsAndIsWritten()
    {
        await using var journal = await BeginAsync();
        _live.Fail("blobs.append", new TooManyRequests(TimeSpan.FromSeconds(3)), times: 2);

        await journal.AppendAsync(new PreflightPassed(), default);

        Assert.That(_live.Time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3) }));
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "event" }));
    }

    [Test]
    public async Task Append_ThatIsNotAllowed_IsNotWritten_AndGoesOnWhenItIs()
    {
        await using var journal = await BeginAsync();
        _live.Fail("blobs.append", new BlobRefusal(403, "AuthorizationPermissionMismatch", "No."));

        await RejectsAsync(
            () => journal.AppendAsync(new PreflightPassed(), default),
            ExitCode.EngineFailed,
            $"{File} could not be written, so nothing that depends on it was done. " +
            "Azure does not allow PUT /releases/production/20261121-120000-0a1b2c3d.jsonl: 403 AuthorizationPermissionMismatch: No. " +
            "Ask for the role Storage Blob Data Contributor on the container; a new role takes some minutes to be known everywhere.");
        await journal.AppendAsync(new NoteWritten("ann@laptop", "the role was given"), default);
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "note" }));
    }

    /// <summary>Nobody waits for more than the deadline; the conditions then keep the next line from standing beside a late one.</summary>
    [Test]
    public async Task Append_WithoutAnyAnswer_IsLookedFor_AndGoesOn()
    {
        await using var journal = await BeginAsync();
        _live.Fail("blobs.append", new Slow(TimeSpan.FromDays(1)));

        var append = journal.AppendAsync(new PreflightPassed(), default);
        while (!append.IsCompleted)
        {
            _live.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10);
        }

        await RejectsAsync(
            () => append,
            ExitCode.EngineFailed,
            $"{File} could not be written, so nothing that depends on it was done. " +
            "Nobody knows whether PUT /releases/production/20261121-120000-0a1b2c3d.jsonl took effect: 45 seconds passed. " +
            "Run 'release resume': it looks what stands before it goes on.");
        await journal.AppendAsync(new NoteWritten("ann@laptop", "it is back"), default);
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "note" }));
    }

    [Test]
    public async Task Head_ThatCannotBeWritten_StopsTheWriter_AndTheNextCountsItsLine()
    {
        await using (var journal = await BeginAsync())
        {
            _live.Fail("blobs.setMetadata", new BlobRefusal(403, "AuthorizationPermissionMismatch", "No."));
            var message =
                $"Nobody knows whether the last line of {File} stands, so this writer writes no other. " +
                "Azure does not allow PUT /releases/production/20261121-120000-0a1b2c3d.jsonl: 403 AuthorizationPermissionMismatch: No. " +
                "Run 'release resume': it looks what stands before it goes on.";
            await RejectsAsync(() => journal.AppendAsync(new PreflightPassed(), default), ExitCode.EngineFailed, message);
            await RejectsAsync(() => journal.AppendAsync(new PreflightPassed(), default), ExitCode.EngineFailed, message);
        }

        await using var next = await TakeOverAsync(JournalClaim.Wait);
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "event", "writer took over" }));
        Assert.That((await _live.Store.ReadAsync(Name, default)).Head!.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Lease_ThatExpiredWhileNobodyTookIt_IsRenewed()
    {
        await using var journal = await BeginAsync();
        _live.ServerTime.Advance(TimeSpan.FromMinutes(10));

        await journal.AppendAsync(new PreflightPassed(), default);

        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "event" }));
    }

    [Test]
    public async Task Lease_ThatIsBroken_StopsTheWriter()
    {
        await using var journal = await BeginAsync();
        await using var other = await _live.Store.TakeAsync(Name, JournalClaim.Break, default);

        await RejectsAsync(() => journal.AppendAsync(new PreflightPassed(), default), ExitCode.Locked, LeaseLost);
        await RejectsAsync(() => journal.AppendAsync(new PreflightPassed(), default), ExitCode.Locked, LeaseLost);
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began" }));
    }

    [Test]
    public async Task Break_TakesItAtOnce_AndTheFormerWriterIsNamedTheNew()
    {
        await using var journal = await BeginAsync();

        await using var next = await TakeOverAsync(JournalClaim.Break);

        Assert.That(_live.Time.Waits, Is.Empty);
        await RejectsAsync(() => journal.AppendAsync(new PreflightPassed(), default), ExitCode.Locked, TakenOver);
        await next.AppendAsync(new PreflightPassed(), default);
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "writer took over", "event" }));
    }

    [Test]
    public async Task Break_OfWhatNobodyHas_Takes()
    {
        await (await BeginAsync()).DisposeAsync();

        await using var next = await TakeOverAsync(JournalClaim.Break);

        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "writer took over" }));
    }

    [Test]
    public async Task Wait_ForAWriterThatDied_TellsOfIt_AndTakesWhenTheLeaseEnds()
    {
        await using var died = await BeginAsync();
        var told = new List<HeldJournal>();
        var claim = new WaitingClaim(held =>
        {
            told.Add(held);
            _live.ServerTime.Advance(TimeSpan.FromSeconds(30));
        });

        await using var next = await TakeOverAsync(claim);

        const string Holder = "ann@laptop (process 4711 on laptop) since 2026-03-02 09:00:00 UTC";
        Assert.That(told, Is.EqualTo(new[]
        {
            new HeldJournal(File, Holder, TimeSpan.FromSeconds(75)),
            new HeldJournal(File, Holder, TimeSpan.FromSeconds(70)),
        }));
        Assert.That(told[1].Words, Is.EqualTo(
            $"{File} is being written by {Holder}: waiting up to 70 seconds. The right to write of a process that died ends by then."));
    }

    [Test]
    public async Task Wait_Cancelled_Ends()
    {
        await using var journal = await BeginAsync();
        using var cancellation = new CancellationTokenSource();

        Assert.That(
            () => ReleaseJournal.TakeOverAsync(
                _live.Store, Name, Bob, new WaitingClaim(_ => cancellation.Cancel()), _time, cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        await journal.AppendAsync(new PreflightPassed(), default);
    }

    [Test]
    public async Task Lease_IsRenewedInTheBackground()
    {
        await using var journal = await BeginAsync();
        for (var round = 0; round < 3; round++)
        {
            _live.ServerTime.Advance(TimeSpan.FromSeconds(40));
            var calls = _live.Log.Attempts.Length;
            _live.Time.Advance(TimeSpan.FromSeconds(20));
            Assert.That(() => _live.Log.Attempts.Length, Is.GreaterThan(calls).After(10_000, 5));
        }

        await RejectsAsync(
            () => TakeOverAsync(JournalClaim.Wait),
            ExitCode.Locked,
            $"{File} is being written by ann@laptop (process 4711 on laptop) since 2026-03-02 09:00:00 UTC. Wait until that is done; " +
            "the right to write of a process that died ends with it.");
    }

    [Test]
    public async Task FlippedByte_IsFound_AndItsLineNamed()
    {
        await using (var journal = await BeginAsync())
            await journal.AppendAsync(new PreflightPassed(), default);
        var first = Array.IndexOf((await _live.Store.ReadAsync(Name, default)).Lines.ToArray(), (byte)'\n');
        _live.Change(Name, lines =>
        {
            lines[first + 20] ^= 0x01;
            return lines;
        });

        Assert.That(
            () => JournalReader.ReadAsync(_live.Store, Name, default),
            Throws.TypeOf<ReleaseFailure>().With.Message.StartsWith(
                $"Line 2 of {File} is not what was written: its hash is not that of its text and of the line before. "));
        Assert.That(
            () => TakeOverAsync(JournalClaim.Wait),
            Throws.TypeOf<ReleaseFailure>().With.Message.StartsWith($"Line 2 of {File} is not what was written: "));
    }

    [Test]
    public async Task Append_AfterSomebodyElseWrote_IsRefused()
    {
        await using var journal = await BeginAsync();
        _live.Change(Name, lines => [.. lines, (byte)'\n']);

        await RejectsAsync(
            () => journal.AppendAsync(new PreflightPassed(), default),
            ExitCode.Locked,
            $"{File} was changed by somebody else since the last line of this writer: nothing more is written.");
    }

    [Test]
    public async Task Tail_ThatNoWriterWrote_IsNotWrittenBehind()
    {
        await (await BeginAsync()).DisposeAsync();
        _live.Change(Name, lines => [.. lines, .. "half a line"u8]);

        await RejectsAsync(
            () => TakeOverAsync(JournalClaim.Wait),
            ExitCode.EngineFailed,
            $"{File} has 11 bytes after its last line that no writer of a journal wrote, and an append blob cannot be cut. " +
            "Put back the last good copy of the blob, with its metadata.");
    }

    [Test]
    public async Task Block_AboveAzuresLimit_IsRefused_AndNothingIsLost()
    {
        await _live.DisposeAsync();
        _live = await LiveBlobs.OpenAsync(mostBlocks: 2);
        await using var journal = await BeginAsync();
        await journal.AppendAsync(new PreflightPassed(), default);

        await RejectsAsync(
            () => journal.AppendAsync(new NoteWritten("ann@laptop", "one more"), default),
            ExitCode.EngineFailed,
            $"{File} has 50000 lines, which is all that Azure keeps in an append blob: nothing more is written, so nothing more is done. " +
            "Put the weights that are wanted into the stack's file, run 'release up', and begin a new release.");
        Assert.That(await KindsAsync(), Is.EqualTo(new[] { "release began", "event" }));
    }

    [Test]
    public async Task Line_LongerThanABlock_IsNotSent()
    {
        await using var journal = await BeginAsync();

        Assert.That(
            () => journal.AppendAsync(new NoteWritten("ann@laptop", new string('x', 4 * 1024 * 1024)), default),
            Throws.TypeOf<ReleaseFailure>().With.Message.Match(
                "^A line for .* has 4194[0-9]{3} bytes, and a block of an append blob takes 4194304: it was not written. Shorten the text in it.$"));
        await journal.AppendAsync(new PreflightPassed(), default);
    }

    private Task<ReleaseJournal> BeginAsync() => ReleaseJournal.BeginAsync(_live.Store, Web, Ann, _time, default);

    private Task<ReleaseJournal> TakeOverAsync(JournalClaim claim) =>
        ReleaseJournal.TakeOverAsync(_live.Store, Name, Bob, claim, _time, default);

    private async Task<IEnumerable<string>> KindsAsync() =>
        (await JournalReader.ReadAsync(_live.Store, Name, default)).Records.Select(record => record.Entry.Kind);

    private static Task RejectsAsync(Func<Task> act, ExitCode code, string message) => Assert.ThatAsync(
        act,
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(message).And.Property(nameof(ReleaseFailure.Code)).EqualTo(code));
}
