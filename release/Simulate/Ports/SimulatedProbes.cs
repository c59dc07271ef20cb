using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Cli.Simulate.Draws;
using ReleaseInfra.Cli.Simulate.World;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>Versions that answer at hosts of their own.</summary>
internal sealed class SimulatedProbes(SimulatedWorld world, SeededDraws draws) : IProbeClient
{
    public async Task<ProbeReply> SendAsync(HttpRequestMessage request, TimeSpan within, CancellationToken cancellation)
    {
        var address = request.RequestUri!;
        if (world.At(address.Host) is not { } asked)
            return new ProbeUnanswered(TimeSpan.Zero, $"there is no host {address.Host}");
        var (service, version) = asked;
        if (!version.IsUp(world.Now) || version.RestartedAt > world.Now)
            return new ProbeUnanswered(TimeSpan.Zero, "the connection was refused");
        var takes = TimeSpan.FromMilliseconds(version.P95(world.Now) / 2);
        if (takes >= within)
        {
            await Task.Delay(within, world.Time, cancellation);
            return new ProbeUnanswered(within, "the time was up");
        }

        return new ProbeAnswered(StatusOf(service, version, address), [], "", takes);
    }

    public void Dispose()
    {
    }

    private int StatusOf(SimulatedService service, SimulatedVersion version, Uri address) =>
        address.AbsolutePath == service.Traits.HealthPath
            ? version.IsHealthy ? 200 : 503
            : draws.Chance(version.Errors) ? 500 : SimulatedScene.StatusOf(service.Traits.Settings, address.AbsolutePath);
}
