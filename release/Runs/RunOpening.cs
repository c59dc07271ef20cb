using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Notify;
using ReleaseInfra.Cli.Notify.Posting;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Runs.Gates;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Runs.Stacks;
using ReleaseInfra.Cli.Runs.Watches;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Cli.Runs.Works;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs;

/// <summary>Takes a release into this process's hands: a new one, or one that another process began.</summary>
internal sealed class RunOpening(Workbench workbench, RunManner manner, TimeProvider time)
{
    /// <summary>How often what happens outside is looked at. Gates have an interval of their own.</summary>
    private static readonly TimeSpan Vigilance = TimeSpan.FromSeconds(10);

    /// <summary>Where releases are written down; the workbench's store.</summary>
    public IReleaseJournals Journals { get; init; } = new StoredReleases(workbench.Journals, time);

    private JournalWriter Writer => new(workbench.Machine.Operator, workbench.Machine.Host, workbench.Machine.ProcessId);

    /// <exception cref="ReleaseFailure">The stack or its journal is another's, or one of them cannot be opened.</exception>
    public Task<OpenRun> BeginAsync(ReleaseBegan began, CancellationToken cancellation) => OpenAsync(
        began,
        () => Journals.BeginAsync(began, Writer, cancellation),
        cancellation);

    /// <inheritdoc cref="BeginAsync"/>
    public async Task<OpenRun> TakeOverAsync(JournalName name, CancellationToken cancellation)
    {
        return await OpenAsync(
            ReleaseStanding.Of(await Journals.ReadAsync(name, cancellation)).Began,
            () => Journals.TakeOverAsync(name, Writer, manner.Claim, cancellation),
            cancellation);
    }

    private async Task<OpenRun> OpenAsync(ReleaseBegan began, Func<Task<IReleaseJournal>> take, CancellationToken cancellation)
    {
        var holds = new Holds();
        try
        {
            holds.Hold(await workbench.Engine.LockAsync(began.Stack, manner.Purpose, cancellation));
            var stack = new StackUpdates(workbench, began.Stack, time);
            var settings = stack.Read();
            var written = ReleaseConfiguration.Find(began, settings.Release)
                ?? throw ReleaseFailure.ConfigurationOfOthers(began.Stack.Name);
            var azure = holds.Hold(await workbench.Azure.OpenToWriteAsync(workbench.Engine.Name, settings, manner.Log, cancellation));
            var applied = await stack.RecallAsync(cancellation);
            var journal = await OpenJournalAsync(began, take, holds, settings, cancellation);
            var workloads = new WorkloadFactory(azure, settings, written, time).Of(journal.Standing);
            var release = new Underway(journal, settings, written, workloads, stack, azure.Azure, azure.Group, time);
            var terms = ApprovalTerms.Of(settings.Approvals, began.Release);
            return new OpenRun(release, Runner(release, azure, WorkspaceOf(applied), terms), new HandEvents(journal, terms, time), holds);
        }
        catch
        {
            await holds.DisposeAsync();
            throw;
        }
    }

    private async Task<RunJournal> OpenJournalAsync(
        ReleaseBegan began, Func<Task<IReleaseJournal>> take, Holds holds, EnvironmentSettings settings, CancellationToken cancellation)
    {
        var taken = await take();
        // Read once it is ours: the writer before may have gone on until the moment in which it lost the journal.
        var records = await Journals.ReadAsync(new JournalName(began.Stack.Name, began.Id), cancellation);
        var journal = holds.Hold(new RunJournal(taken, ReleaseMemory.Of(records), time));
        await journal.ListenAsync(manner.Watcher, records[^1]);
        if (!workbench.TellsPeople || settings.Notifications.Channels.IsEmpty)
            return journal;
        var subscriptions = new Subscriptions(manner.Variable, holds.Hold(new PostingClient()).Http, time).Of(settings.Notifications);
        await journal.ListenAsync(holds.Hold(new Announcer(subscriptions, journal.WriteAsync, time)), records[^1]);
        return journal;
    }

    private ReleaseRunner Runner(Underway release, AzureSession azure, Guid? workspace, ApprovalTerms terms)
    {
        var (settings, standing) = (release.Settings, release.Journal.Standing);
        var interval = settings.Rollout.Gates.Interval;
        var calendar = Calendars.Of(settings.Freezes, manner.IncidentEnded);
        var probes = new GateProbes(standing, settings, release.Workloads, azure, workspace, manner.Variable, time);
        var works = new StateWorks(
            release,
            new PreflightWork(release, calendar, terms, azure.Azure.Images),
            new SmokeWork(release, probes.FirstLooks(), new GateBoard(release.Journal)),
            new ShiftWork(release, probes.Requests, interval),
            manner.LeavesHeld);
        ImmutableArray<IWatch> watches =
        [
            .. Requests(release.Journal, terms),
            new TrafficVigil(release),
            new FreezeVigil(calendar, Vigilance, time),
            new GateWatch(probes.All(), new GateBoard(release.Journal), interval, time),
        ];
        return new ReleaseRunner(release.Journal, works, new Vigil(watches, Vigilance, time), time);
    }

    private IEnumerable<IWatch> Requests(RunJournal journal, ApprovalTerms terms)
    {
        if (manner.Requests is not { } box)
            yield break;
        var requests = new RequestVigil(box, journal, terms, time);
        journal.Listen(requests);
        yield return requests;
    }

    private static Guid? WorkspaceOf(AppliedStack applied) =>
        applied.Outputs.Find("telemetryWorkspace") is TextValue { Value: var text } && Guid.TryParse(text, out var workspace) ? workspace : null;
}
