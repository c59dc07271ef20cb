using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>The embedded Azure of this process.</summary>
internal sealed class SharedStackAzure(SharedAzure shared) : IStackAzure
{
    public async Task<OperationState> PutAsync(DeclaredResource declared, CancellationToken cancellation)
    {
        var put = await shared.Azure.Resources.PutAsync(declared, cancellation);
        return put.Operation.State is OperationInProgress
            ? (await shared.Azure.Operations.WaitAsync(put.Operation.Id, cancellation)).State
            : put.Operation.State;
    }

    public Task<bool> DeleteAsync(string id, CancellationToken cancellation) => shared.Azure.Resources.DeleteAsync(id, cancellation);

    public Task PurgeVaultAsync(string name, CancellationToken cancellation) => shared.Azure.DeletedVaults.PurgeAsync(name, cancellation);

    public Task SaveAsync(FileContent state, CancellationToken cancellation) => shared.Azure.SaveAsync([state], cancellation);

    public void Dispose() => shared.Dispose();
}
