using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <summary>Opens the Azure that an engine applies to: the embedded one of the local engine, or Azure itself.</summary>
internal interface IAzureSessions
{
    /// <summary>To look. What is changed in an embedded Azure opened so ends with the session.</summary>
    /// <param name="engine">As in <c>--engine</c>.</param>
    /// <exception cref="ReleaseFailure">There is no such engine, no subscription, or the embedded Azure cannot be read.</exception>
    Task<AzureSession> OpenAsync(string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation);

    /// <summary>To change. Whatever was answered outlives a crash of this process.</summary>
    /// <remarks>
    /// The caller has the engine's lock of the stack (<c>IStackEngine.LockAsync</c>) for as long as the session is open, and may apply
    /// updates with that engine meanwhile: each sees what the other did. The engine's state holds what an update declared and not
    /// what a call changed; an update that declares the same afterwards writes it once more, and changes nothing.
    /// </remarks>
    /// <inheritdoc cref="OpenAsync"/>
    Task<AzureSession> OpenToWriteAsync(string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation);
}
