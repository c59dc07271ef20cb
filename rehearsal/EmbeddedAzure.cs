using ReleaseInfra.Rehearsal.AppService;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Registry;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal;

/// <summary>The slice of one subscription that a stack lives in, with Azure's own rules.</summary>
/// <remarks>
/// Calls may come from anywhere at once: each is a turn of its own, takes effect whole, and takes none where it throws. What
/// happened is in memory until <see cref="SaveAsync"/>. Two processes must not share a file: whoever opens it holds a lock.
/// </remarks>
public sealed class EmbeddedAzure : IDisposable
{
    private readonly AzureStore _store;

    private EmbeddedAzure(AzureStore store)
    {
        _store = store;
        Resources = new AzureResources(store);
        ContainerApps = new ContainerAppRevisions(store);
        Jobs = new ContainerJobs(store);
        Sites = new WebSites(store);
        DeletedVaults = new DeletedVaults(store);
        Images = new RegistryImages(store);
        Secrets = new VaultSecrets(store);
        Operations = new AzureOperations(store);
    }

    public AzureResources Resources { get; }

    public ContainerAppRevisions ContainerApps { get; }

    public ContainerJobs Jobs { get; }

    public WebSites Sites { get; }

    public DeletedVaults DeletedVaults { get; }

    public RegistryImages Images { get; }

    public VaultSecrets Secrets { get; }

    public AzureOperations Operations { get; }

    /// <summary>Ends with the next change of anything. To be taken before looking, or a change in between is missed.</summary>
    /// <remarks>What was due by the clock changes with the first call after it, as it does for whoever reads.</remarks>
    public Task NextChange => _store.NextChange;

    /// <summary>As the last call left it.</summary>
    internal AzureState State => _store.State;

    /// <summary>As it is now, with what was due.</summary>
    internal Task<AzureState> LookAsync(CancellationToken cancellation) => _store.InTurnAsync(turn => turn.State, cancellation);

    /// <exception cref="RehearsalException">The file is broken, newer than this program, or another stack's.</exception>
    public static async Task<EmbeddedAzure> OpenAsync(EmbeddedAzureOptions options, CancellationToken cancellation)
    {
        var file = new AzureStateFile(options.File, options.Scope);
        return new EmbeddedAzure(new AzureStore(options, file, await file.ReadAsync(cancellation)));
    }

    /// <summary>When it returns, everything that was done before it was called outlives a crash. Cheap where nothing was.</summary>
    public Task SaveAsync(CancellationToken cancellation) => _store.SaveAsync([], cancellation);

    /// <summary>The same with other files of its folder, that a crash must not leave behind it or ahead of it.</summary>
    public Task SaveAsync(IReadOnlyCollection<FileContent> together, CancellationToken cancellation) =>
        _store.SaveAsync(together, cancellation);

    public void Dispose() => _store.Dispose();
}
