using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Automation;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <param name="subscription">Of a stack, as its configuration or the machine's environment names it; null where neither does.</param>
internal sealed class AzureSessions(string workspaceFolder, Func<StackName, string?> subscription, TimeProvider time) : IAzureSessions
{
    private readonly EmbeddedSessions _embedded = new(workspaceFolder, time);

    public Task<AzureSession> OpenAsync(
        string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation) =>
        OpenAsync(engine, settings, log, () => _embedded.OpenAsync(settings, log, cancellation));

    public Task<AzureSession> OpenToWriteAsync(
        string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation) =>
        OpenAsync(engine, settings, log, () => _embedded.OpenToWriteAsync(settings, log, cancellation));

    private async Task<AzureSession> OpenAsync(
        string engine, EnvironmentSettings settings, IAzureLog log, Func<Task<AzureSession>> embedded) => engine switch
    {
        LocalEngine.EngineName => await embedded(),
        PulumiEngine.EngineName => CloudSession.Open(
            subscription(settings.Stack) ?? throw ReleaseFailure.NoSubscription(settings.Stack.Name), settings, log, time),
        _ => throw ReleaseFailure.UnknownEngine(engine, Engines.All),
    };
}
