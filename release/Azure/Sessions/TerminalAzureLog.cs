using System.Globalization;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>Each attempt on a line of the error stream, where it was asked for.</summary>
internal sealed class TerminalAzureLog(ITerminal terminal) : IAzureLog
{
    public static IAzureLog For(ITerminal terminal, bool verbose) => verbose ? new TerminalAzureLog(terminal) : new NoAzureLog();

    public void Record(AzureAttempt attempt) => terminal.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"azure {attempt.Method} {attempt.Path} {attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"} " +
        $"{attempt.Duration.TotalMilliseconds:0} ms client-request-id={attempt.ClientRequestId} request-id={attempt.ServiceRequestId ?? "none"}"));
}
