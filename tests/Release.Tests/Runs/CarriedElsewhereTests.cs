using System.Collections.Immutable;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Reports;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>A release of production that was paused while it was watched, and that bob's machine carries: journals are shared by several.</summary>
[NonParallelizable]
public sealed class CarriedElsewhereTests
{
    private const string Waits = "the journal is being written by bob@desk: waiting up to 75 seconds. The right to write of a process that died ends by then.\n";
    private const string IsHeld = "the journal is being written by bob@desk. Wait until that is done; the right to write of a process that died ends with it.";

    private TemporaryWorkspace _workspace = null!;
    private ManualTime _time = null!;

    [SetUp]
    public async Task PauseAsync()
    {
        (_workspace, _time) = (new TemporaryWorkspace(), new ManualTime());
        await CommandLineRun.InAsync(_workspace, "up", "production", "--yes");
        await RecordedJournals.WriteAsync(_workspace, ReleaseStory.Completed().Then(new WatchBegan()).Then(new Paused("ann", "lunch")));
    }

    [TearDown]
    public void Remove() => _workspace.Dispose();

    [Test]
    public async Task Resume_SaysWhomItWaitsFor_AndThatItCannotAsk()
    {
        var run = await RunAsync("resume", "production");

        Assert.That(run.Code, Is.EqualTo(ExitCode.Locked));
        Assert.That(run.Error, Is.EqualTo(
            $"{Waits}{IsHeld} It cannot be asked from here: the journals of production are in Azure, and it may run on any machine. End it where it runs, and run " +
            "the command again: it takes the release over. 'release rollback production --reason ...' does so at once.\n"));
    }

    [TestCase("abort", "production", "--reason", "wrong tag")]
    [TestCase("promote", "production")]
    public async Task OtherVerbs_SayWhomTheyWaitFor(params string[] arguments) => Assert.That(
        (await RunAsync(arguments)).Error, Does.StartWith(Waits));

    // Who must not wait has nobody to wait for.
    [Test]
    public async Task Rollback_BreaksIn() => Assert.That(
        (await RunAsync("rollback", "production", "--reason", "complaints")).Error, Does.Contain("bob@desk was put out").And.Not.Contains("waiting"));

    private async Task<CommandLineRun> RunAsync(params string[] arguments)
    {
        var terminal = new FakeTerminal();
        var application = new ReleaseApplication(terminal, _time, _workspace.Folder, (folder, _) =>
        {
            var bench = Composition.Open(folder, LocalEngine.EngineName, CommandLineRun.Machine(_workspace), _time);
            return bench with { Journals = new HeldJournals(bench.Journals), RequestsOf = _ => default(IRequestBox) };
        });
        var code = await application.RunAsync(arguments, default);
        return new CommandLineRun(code, terminal.OutputText, terminal.ErrorText);
    }

    private sealed class HeldJournals(IJournalStore journals) : IJournalStore
    {
        public string NameOf(JournalName journal) => journals.NameOf(journal);

        public Task<ImmutableArray<ReleaseId>> ListAsync(string stack, CancellationToken cancellation) => journals.ListAsync(stack, cancellation);

        public Task<StoredJournal> ReadAsync(JournalName journal, CancellationToken cancellation) => journals.ReadAsync(journal, cancellation);

        public Task<IJournalLease> TakeAsync(JournalName journal, JournalClaim claim, CancellationToken cancellation)
        {
            if (claim is not WaitingClaim waiting)
                throw new InvalidOperationException("bob@desk was put out");
            waiting.Tell(new HeldJournal("the journal", "bob@desk", TimeSpan.FromSeconds(75)));
            throw ReleaseFailure.JournalHeld("the journal", "bob@desk");
        }
    }
}
