using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

internal interface IRevisions
{
    /// <summary>The inactive ones too.</summary>
    Task<ImmutableArray<RevisionState>> ListAsync(AzureId app, CancellationToken cancellation);

    /// <returns>Null where there is none.</returns>
    Task<RevisionState?> FindAsync(AzureId app, string revision, CancellationToken cancellation);

    Task ActivateAsync(AzureId app, string revision, CancellationToken cancellation);

    /// <remarks>Azure deactivates a revision that has traffic, too, and its requests fail from then on.</remarks>
    Task DeactivateAsync(AzureId app, string revision, CancellationToken cancellation);

    Task RestartAsync(AzureId app, string revision, CancellationToken cancellation);

    Task<ImmutableArray<ReplicaState>> ReplicasAsync(AzureId app, string revision, CancellationToken cancellation);
}
