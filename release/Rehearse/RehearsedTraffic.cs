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

    /// <summary>
    /// The services that are released, each by the host that people use: others would take requests that tell nothing. All, where
    /// nobody can ask a released one.
    /// </summary>
    public static ImmutableArray<LoadTarget> Targets(RehearsalWorld world, WorldPlan plan)
    {
        var asked = world.Apps.Hosts.Where(host => host.Version is null).ToLookup(host => plan.Released.Contains(host.App));
        return [.. (asked[true].Any() ? asked[true] : asked[false]).Select(host => new LoadTarget(host.App, host.Host, Paths))];
    }

    public LoadOptions Of(RehearsalWorld world, WorldPlan plan) => new()
    {
        Ingress = world.Ingress.Address,
        Targets = Targets(world, plan),
        PerSecond = PerSecond,
        Arrivals = Arrivals,
        Seed = Seed,
        Time = world.Time,
        Watch = plan.Watch,
    };
}
