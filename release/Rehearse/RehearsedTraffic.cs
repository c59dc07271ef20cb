using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Cli.Rehearse;

/// <summary>Visitors of a rehearsal.</summary>
/// <param name="PerSecond">Over all services, by the machine's clock.</param>
internal sealed record RehearsedTraffic(double PerSecond, Arrivals Arrivals, int Seed)
{
    /// <summary>A sample application has more, but somebody's own may have nothing else.</summary>
    private static readonly ImmutableArray<string> Paths = ["/"];

    /// <summary>To every app and site that answers at a host of its own, by the host that people use.</summary>
    public LoadOptions Of(RehearsalWorld world, TimeProvider machineTime) => new()
    {
        Ingress = world.Ingress.Address,
        Targets = [.. world.Apps.Hosts.Where(host => host.Version is null).Select(host => new LoadTarget(host.App, host.Host, Paths))],
        PerSecond = PerSecond,
        Arrivals = Arrivals,
        Seed = Seed,
        Time = world.Time,
        Watch = machineTime,
    };
}
