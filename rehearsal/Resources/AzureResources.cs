using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>Resources of every type, in inputs' form (<see cref="DeclaredResource.Inputs"/>).</summary>
public sealed class AzureResources
{
    private readonly AzureStore _store;

    internal AzureResources(AzureStore store) => _store = store;

    /// <summary>Creates the resource, or makes it what is stated: what is left out is not kept.</summary>
    /// <remarks>What is not in Azure (random values, images) is computed, and kept nowhere.</remarks>
    /// <exception cref="AzureException">A rule refused; nothing has changed.</exception>
    /// <exception cref="RehearsalException">The type is unknown, or an input that names the resource is missing.</exception>
    public Task<PutResult> PutAsync(DeclaredResource declared, CancellationToken cancellation) =>
        _store.InTurnAsync(turn => ResourceChanges.Put(turn, declared), cancellation);

    /// <summary>Changes what is stated and keeps the rest (JSON Merge Patch, RFC 7396; lists are replaced whole).</summary>
    /// <param name="patch">In inputs' form; null takes an input away.</param>
    /// <exception cref="AzureException">There is no such resource, or a rule refused.</exception>
    public Task<PutResult> PatchAsync(string id, IReadOnlyDictionary<string, object?> patch, CancellationToken cancellation) =>
        _store.InTurnAsync(
            turn =>
            {
                var existing = turn.Get(id);
                return ResourceChanges.Put(turn, existing.Declared with { Inputs = MergePatch.Apply(existing.Inputs, patch) });
            },
            cancellation);

    /// <returns>Null where there is none.</returns>
    public Task<AzureResource?> FindAsync(string id, CancellationToken cancellation) =>
        _store.InTurnAsync(turn => turn.State.Find(id) is { } found ? ResourceView.Of(turn, found) : null, cancellation);

    /// <exception cref="AzureException">There is none.</exception>
    public Task<AzureResource> GetAsync(string id, CancellationToken cancellation) =>
        _store.InTurnAsync(turn => ResourceView.Of(turn, turn.Get(id)), cancellation);

    /// <summary>All at a scope and beneath it, in the order of their ids.</summary>
    /// <param name="scope">The id of a resource, of a group, or of the subscription.</param>
    public Task<ImmutableArray<AzureResource>> ListAsync(string scope, CancellationToken cancellation) => _store.InTurnAsync(
        turn => turn.State.Within(scope).Select(resource => ResourceView.Of(turn, resource)).ToImmutableArray(),
        cancellation);

    /// <summary>Deletes the resource with all that is beneath it; a deleted vault keeps its name.</summary>
    /// <returns>Whether there was anything: Azure answers 200, or 204 where there was not.</returns>
    /// <exception cref="AzureException">It is locked, or used by something that stays.</exception>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellation) =>
        _store.InTurnAsync(turn => ResourceChanges.Delete(turn, id), cancellation);
}
