using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.ContainerApps;

internal sealed class Revisions(AzureCalls calls, LongRunningCalls operations) : IRevisions
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public async Task<ImmutableArray<RevisionState>> ListAsync(AzureId app, CancellationToken cancellation) =>
    [
        // Without a filter Azure gives the inactive ones as well.
        .. (await calls.ListAsync(AzureRequest.Get($"{app}/revisions", ApiVersions.ContainerApps), cancellation))
            .Select(AppWire.Revision),
    ];

    public async Task<RevisionState?> FindAsync(AzureId app, string revision, CancellationToken cancellation) =>
        await calls.FindAsync(AzureRequest.Get($"{app}/revisions/{revision}", ApiVersions.ContainerApps), cancellation) is { } answer
            ? AppWire.Revision(answer.Json())
            : null;

    public Task ActivateAsync(AzureId app, string revision, CancellationToken cancellation) =>
        ActAsync(app, revision, "activate", cancellation);

    public Task DeactivateAsync(AzureId app, string revision, CancellationToken cancellation) =>
        ActAsync(app, revision, "deactivate", cancellation);

    public Task RestartAsync(AzureId app, string revision, CancellationToken cancellation) =>
        ActAsync(app, revision, "restart", cancellation);

    public async Task<ImmutableArray<ReplicaState>> ReplicasAsync(AzureId app, string revision, CancellationToken cancellation) =>
    [
        .. (await calls.ListAsync(AzureRequest.Get($"{app}/revisions/{revision}/replicas", ApiVersions.ContainerApps), cancellation))
            .Select(AppWire.Replica),
    ];

    private Task<EndedOperation> ActAsync(AzureId app, string revision, string action, CancellationToken cancellation) => operations.CompleteAsync(
        AzureRequest.Post($"{app}/revisions/{revision}/{action}", ApiVersions.ContainerApps), Limit, cancellation);
}
