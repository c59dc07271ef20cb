using ReleaseInfra.Cli.Simulate.Draws;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>
/// Visitors come at any moment alike, at the rate that the configuration expects, each led by the weights of that moment. What they were
/// answered is counted by minutes, as Azure's metrics count it.
/// </summary>
/// <param name="start">A whole minute.</param>
internal sealed class SimulatedVisitors(DateTimeOffset start, IReadOnlyList<SimulatedService> services, SeededDraws draws)
{
    // From the first minute of the world on.
    private TimeSpan _come;

    public int MinuteOf(DateTimeOffset time) => (int)((time - start).Ticks / TimeSpan.TicksPerMinute);

    public DateTimeOffset TimeOf(int minute) => start + TimeSpan.FromMinutes(minute);

    /// <summary>Everybody who came until now has been answered by what ran until now. Called before anything changes.</summary>
    public void ComeUntil(DateTimeOffset now)
    {
        var until = now - start;
        while (_come < until)
        {
            var minute = (int)(_come.Ticks / TimeSpan.TicksPerMinute);
            var next = TimeSpan.FromMinutes(minute + 1);
            var end = next < until ? next : until;
            foreach (var service in services)
                Come(service, minute, (end - _come).TotalSeconds);
            _come = end;
        }
    }

    private void Come(SimulatedService service, int minute, double seconds)
    {
        if (service.Traits.RequestsPerSecond <= 0)
            return;
        foreach (var version in service.Versions)
        {
            var weight = service.WeightOf(version.Name);
            if (weight == 0)
                continue;
            var mean = service.Traits.RequestsPerSecond * seconds * weight / 100;
            var errors = ErrorsOf(service, version);
            // Those who fail and those who do not come independently of one another.
            var failed = draws.Poisson(mean * errors);
            version.Count(minute, new Tally(failed + draws.Poisson(mean * (1 - errors)), failed));
        }
    }

    /// <summary>0..1.</summary>
    private double ErrorsOf(SimulatedService service, SimulatedVersion version)
    {
        var now = start + _come;
        if (!version.IsUp(now))
            return 1;
        var missing = version.RestartedAt > now ? 1.0 / service.ReplicasOf(version, now) : 0;
        return 1 - ((1 - version.Errors) * (1 - missing));
    }
}
