using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Waits for a version to be up, for as long as its state has time.</summary>
internal sealed class Arrival(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <returns>Null where it is up.</returns>
    public async Task<NeverReady?> WaitAsync(
        Func<CancellationToken, Task<Readiness>> look, ReleaseStanding standing, CancellationToken cancellation)
    {
        // Before the deadline, which would say only that there is no more time, and not what is missing.
        var most = standing.Left(time.GetUtcNow()) - (2 * Interval);
        var begun = time.GetTimestamp();
        while (true)
        {
            switch (await look(cancellation))
            {
                case IsReady:
                    return null;
                case NeverReady never:
                    return never;
                case NotReadyYet { Why: var why } when time.GetElapsedTime(begun) >= most:
                    return new NeverReady($"{why.TrimEnd('.')}, and there is no more time to wait.");
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }
}
