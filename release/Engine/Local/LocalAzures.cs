using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Rehearsal;

namespace ReleaseInfra.Cli.Engine.Local;

/// <summary>
/// The embedded Azures that this process changes, each open once: an update and a session to write of one stack share it, in turn
/// or at once, and neither saves over what the other did.
/// </summary>
/// <remarks>
/// Of the process, and not of a workbench: one that is opened to read files anew shares too. Between processes the stack's lock
/// decides, which whoever opens one holds.
/// </remarks>
internal static class LocalAzures
{
    private static readonly Lock Guard = new();
    private static readonly Dictionary<string, Holding> Open = new(StringComparer.Ordinal);

    /// <exception cref="ReleaseFailure">Its file cannot be read.</exception>
    public static async Task<SharedAzure> OpenAsync(StackFolder folder, AzureScope scope, TimeProvider clock, CancellationToken cancellation)
    {
        var holding = Hold(folder, scope, clock, cancellation);
        try
        {
            return new SharedAzure(await holding.Azure, () => LetGo(folder.Path, holding));
        }
        catch
        {
            LetGo(folder.Path, holding);
            throw;
        }
    }

    private static Holding Hold(StackFolder folder, AzureScope scope, TimeProvider clock, CancellationToken cancellation)
    {
        lock (Guard)
        {
            if (!Open.TryGetValue(folder.Path, out var holding))
                Open.Add(folder.Path, holding = new Holding(scope, LocalAzure.OpenAsync(folder, scope, clock, cancellation)));
            else if (holding.Scope != scope)
                throw new InvalidOperationException($"The embedded Azure of {folder.Stack} is open as {holding.Scope}, not as {scope}.");

            holding.Holders++;
            return holding;
        }
    }

    private static void LetGo(string path, Holding holding)
    {
        lock (Guard)
        {
            if (--holding.Holders > 0)
                return;
            Open.Remove(path);
        }

        if (holding.Azure.IsCompletedSuccessfully)
            holding.Azure.Result.Dispose();
    }

    private sealed class Holding(AzureScope scope, Task<EmbeddedAzure> azure)
    {
        public AzureScope Scope => scope;

        public Task<EmbeddedAzure> Azure => azure;

        public int Holders { get; set; }
    }
}

/// <summary>One holder's share; the last one closes it.</summary>
internal sealed class SharedAzure(EmbeddedAzure azure, Action letGo) : IDisposable
{
    private int _disposed;

    public EmbeddedAzure Azure => azure;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            letGo();
    }
}
