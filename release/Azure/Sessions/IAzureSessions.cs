using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>Opens the Azure that an engine applies to: the embedded one of the local engine, or Azure itself.</summary>
internal interface IAzureSessions
{
    /// <param name="engine">As in <c>--engine</c>.</param>
    /// <exception cref="ReleaseFailure">There is no such engine, no subscription, or the embedded Azure cannot be read.</exception>
    Task<AzureSession> OpenAsync(string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation);
}
