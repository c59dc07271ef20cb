using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Automation;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Azure.Sessions;

/// <param name="subscription">Of a stack, as its configuration or the machine's environment names it; null where neither does.</param>
internal sealed class AzureSessions(string workspaceFolder, Func<StackName, string?> subscription, TimeProvider time) : IAzureSessions
{
    public async Task<AzureSession> OpenAsync(
        string engine, EnvironmentSettings settings, IAzureLog log, CancellationToken cancellation) => engine switch
    {
        LocalEngine.EngineName => await EmbeddedSession.OpenAsync(workspaceFolder, settings, log, time, cancellation),
        PulumiEngine.EngineName => CloudSession.Open(
            subscription(settings.Stack) ?? throw ReleaseFailure.NoSubscription(settings.Stack.Name), settings, log, time),
        _ => throw ReleaseFailure.UnknownEngine(engine, Engines.All),
    };
}
