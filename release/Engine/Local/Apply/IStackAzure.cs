using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>What an update does to the embedded Azure that its stack lives in.</summary>
internal interface IStackAzure : IDisposable
{
    /// <returns>As it ended: Azure accepts before it is done, and a revision's name that is taken shows only then.</returns>
    /// <exception cref="AzureException">A rule refused.</exception>
    Task<OperationState> PutAsync(DeclaredResource declared, CancellationToken cancellation);

    /// <returns>Whether there was anything.</returns>
    /// <exception cref="AzureException">A rule refused.</exception>
    Task<bool> DeleteAsync(string id, CancellationToken cancellation);

    /// <exception cref="AzureException">There is no such deleted vault, or it is protected.</exception>
    Task PurgeVaultAsync(string name, CancellationToken cancellation);

    /// <summary>When it returns, Azure and the engine's state outlive a crash together.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They must not be written.</exception>
    Task SaveAsync(FileContent state, CancellationToken cancellation);
}

/// <param name="folder">Of the stack's state.</param>
internal delegate Task<IStackAzure> OpenStackAzure(State.StackFolder folder, AzureScope scope, CancellationToken cancellation);
