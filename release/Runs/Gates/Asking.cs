using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Cli.Gates.Http;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>Probes of one release. They share what they know of their own requests.</summary>
internal sealed record Asking(HealthProbe Health, SmokeProbe Smoke, string Scheme)
{
    public const string Nobody = "the embedded Azure runs no replicas that could be asked";

    /// <param name="route">Null where nothing runs.</param>
    public static Asking? Of(ProbeRoute? route, OwnRequests own, TimeProvider time) =>
        route is null ? null : new Asking(new HealthProbe(route.Client, own, time), new SmokeProbe(route.Client, own, time), route.Scheme);
}
