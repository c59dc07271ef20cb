using ReleaseInfra.Cli.Rehearse.Processes;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Rehearse.Carrying;

/// <summary>One release, carried by as many processes as it takes: killed ones are resumed, and approvers say yes.</summary>
internal sealed class CarriedRelease(
    RehearsedJournal journal, string stack, Approvers approvers, EngineStarts starts, TimeProvider machineTime)
{
    /// <summary>Of the machine's time, to read what a process wrote and never told of.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(10);

    private EngineProcess? _engine;

    /// <summary>How often a process was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>SIGKILL, at once, to whatever carries the release.</summary>
    public void Kill()
    {
        Kills++;
        _engine?.Kill();
    }

    /// <param name="run">The arguments of <c>release run</c>.</param>
    public async Task<CarriedEnd> RunAsync(IEnumerable<string> run, CancellationToken cancellation)
    {
        var end = await CarryAsync(null, run, cancellation);
        while (!cancellation.IsCancellationRequested && Next(end) is { } next)
            end = await CarryAsync(next.By, next.Arguments, cancellation);
        return new CarriedEnd(end.Code ?? ExitCode.Interrupted, end.Complaints);
    }

    private (string? By, IEnumerable<string> Arguments)? Next((ExitCode? Code, string Complaints) end) => (end.Code, journal.Standing) switch
    {
        // Killed before its first line: there is nothing to be resumed, and nothing was done.
        (null, null) => null,
        (null, { HasEnded: false }) => (null, ["resume", stack, "--json"]),
        (ExitCode.Held, { State: Held { Reason: AwaitsApproval } }) when approvers.Next() is { } approver =>
            (approver, ["promote", stack, "--json"]),
        _ => null,
    };

    private async Task<(ExitCode? Code, string Complaints)> CarryAsync(string? by, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        await using var engine = _engine = starts.Start(by, arguments);
        try
        {
            var code = await engine.HearAsync(line => journal.HearAsync(line, cancellation), cancellation);
            return (code, engine.Complaints);
        }
        finally
        {
            starts.Ended();
            // Whoever interrupts wants to see how it ended.
            using var last = new CancellationTokenSource(LastWords, machineTime);
            await journal.CatchUpAsync(last.Token);
        }
    }
}

/// <param name="Complaints">What the last process said on its error stream.</param>
internal sealed record CarriedEnd(ExitCode Code, string Complaints);
