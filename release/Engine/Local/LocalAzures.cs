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

    public static Task<SharedAzure> OpenAsync(StackFolder folder, AzureScope scope, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(folder, scope, clock, options => options, cancellation);

    /// <param name="behave">As whoever opens it first says, so it is for all.</param>
    /// <exception cref="ReleaseFailure">Its file cannot be read.</exception>
    public static async Task<SharedAzure> OpenAsync(
        StackFolder folder, AzureScope scope, TimeProvider clock, Func<EmbeddedAzureOptions, EmbeddedAzureOptions> behave, CancellationToken cancellation)
    {
        var holding = Hold(folder.Path, scope, () => LocalAzure.OpenAsync(folder, scope, clock, behave, cancellation));
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

    private static Holding Hold(string folder, AzureScope scope, Func<Task<EmbeddedAzure>> open)
    {
        lock (Guard)
        {
            if (!Open.TryGetValue(folder, out var holding))
                Open.Add(folder, holding = new Holding(scope, open()));
            else if (holding.Scope != scope)
                throw new InvalidOperationException($"The embedded Azure in {folder} is open as {holding.Scope}, not as {scope}.");

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
