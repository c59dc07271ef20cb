using Pulumi;
using ReleaseInfra.Rehearsal;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>Says what a failed run means to its user.</summary>
internal static class RunFailures
{
    /// <summary>How the SDK begins its report of an exception that the program did not foresee.</summary>
    private const string Unforeseen = "Running program '";

    public static Exception Explain(Exception failure, CancellationToken cancellation) => failure switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => failure,
        ReleaseFailure explained => explained,
        RehearsalException rehearsal => ReleaseFailure.EngineFailed(rehearsal.Message, rehearsal),
        AggregateException several when several.InnerExceptions.Count > 0 =>
            Explain(several.InnerExceptions[0], cancellation),
        RunException foreseen when !foreseen.Message.Contains(Unforeseen, StringComparison.Ordinal) =>
            ReleaseFailure.ProgramRefused(foreseen.Message.Trim(), foreseen),
        RunException unforeseen => ReleaseFailure.ProgramFailed(Sentence(unforeseen.Message), unforeseen),
        _ => ReleaseFailure.ProgramFailed(failure.Message, failure),
    };

    /// <summary>The exception's own line of the SDK's report: behind the heading, before the stack trace.</summary>
    private static string Sentence(string report)
    {
        var lines = report.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 ? lines[1] : report;
    }
}
