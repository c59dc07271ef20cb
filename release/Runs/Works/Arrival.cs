using ReleaseInfra.Cli.Runs.Workloads;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Waits for a new version to be up, for as long as its state has time.</summary>
internal sealed class Arrival(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <returns>Null where it is up.</returns>
    public async Task<NeverReady?> WaitAsync(IWorkload workload, CancellationToken cancellation)
    {
        while (true)
        {
            switch (await workload.LookAsync(cancellation))
            {
                case IsReady:
                    return null;
                case NeverReady never:
                    return never;
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }
}
