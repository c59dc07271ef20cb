using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

internal sealed class ContainerApps(AzureCalls calls) : IContainerApps
{
    public async Task<ContainerAppState?> FindAsync(AzureId app, CancellationToken cancellation) =>
        await calls.FindAsync(AzureRequest.Get(app.Path, ApiVersions.ContainerApps), cancellation) is { } answer
            ? AppWire.App(answer.Json())
            : null;
}
