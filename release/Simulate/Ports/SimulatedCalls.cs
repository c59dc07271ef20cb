using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Simulate.Draws;
using ReleaseInfra.Cli.Simulate.World;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>What a call of Azure goes through before it is answered. While nothing is wrong, a read takes no time.</summary>
/// <remarks>The delays and deadlines are those of the calls over HTTP.</remarks>
internal sealed class SimulatedCalls(SimulatedWorld world, SeededDraws draws)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(30);

    private DateTimeOffset _lastWrite;

    /// <exception cref="AzureFailure">No answer came in the call's time.</exception>
    public Task ReadAsync(string what, CancellationToken cancellation) =>
        world.Troubles.DownUntil <= world.Now && !world.Troubles.IsThrottling ? Task.CompletedTask : ReachAsync("GET", what, cancellation);

    /// <summary>And for the time that what is written takes.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task WriteAsync(string what, TimeSpan median, CancellationToken cancellation)
    {
        await ReachAsync("PATCH", what, cancellation);
        if (world.Troubles.HasConflicts && world.Now - _lastWrite > ConflictPause)
            await Task.Delay(draws.Between(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)), world.Time, cancellation);
        await Task.Delay(world.Timings.Around(median, SimulatedTimings.Spread), world.Time, cancellation);
        _lastWrite = world.Now;
    }

    private async Task ReachAsync(string method, string what, CancellationToken cancellation)
    {
        var (begun, delay) = (world.Now, FirstDelay);
        while (world.Troubles.DownUntil > world.Now)
        {
            if (world.Now - begun >= Deadline)
                throw new AzureUnreachable(new AzureCallName(method, what, "simulated"), "2 minutes passed.");
            await Task.Delay(delay, world.Time, cancellation);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }

        while (world.Troubles.IsThrottling && draws.Chance(1 / 3.0))
            await Task.Delay(draws.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)), world.Time, cancellation);
    }
}
