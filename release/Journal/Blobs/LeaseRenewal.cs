using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>Renews a lease until it is disposed, or Azure says that the lease is somebody else's; then the next write finds that out.</summary>
internal sealed class LeaseRenewal : IAsyncDisposable
{
    /// <summary>Two renewals may be lost before the lease is.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _ending = new();
    private readonly Task _renewing;

    public LeaseRenewal(JournalBlob blob, string leaseId, TimeProvider time) => _renewing = RenewAsync(blob, leaseId, time, _ending.Token);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _renewing;
        _ending.Dispose();
    }

    private static async Task RenewAsync(JournalBlob blob, string leaseId, TimeProvider time, CancellationToken ending)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ending))
            {
                if (!await TryAsync(blob, leaseId, ending))
                    return;
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The lease is given back.
        }
    }

    /// <returns>False where no further renewal can succeed.</returns>
    private static async Task<bool> TryAsync(JournalBlob blob, string leaseId, CancellationToken ending)
    {
        try
        {
            await blob.RenewAsync(leaseId, ending);
            return true;
        }
        catch (AzureRefusal refused) when (refused.Status is 404 or 409 or 412)
        {
            return false;
        }
        catch (AzureFailure)
        {
            // An outage: a later renewal may still find the lease ours, also after it has expired.
            return true;
        }
    }
}
