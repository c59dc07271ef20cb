using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

internal interface IContainerApps
{
    /// <returns>Null where there is none.</returns>
    Task<ContainerAppState?> FindAsync(AzureId app, CancellationToken cancellation);
}
