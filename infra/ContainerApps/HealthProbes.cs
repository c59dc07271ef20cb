using Pulumi.AzureNative.App;
using Pulumi.AzureNative.App.Inputs;
using ReleaseInfra.Domain.Settings;
using ProbeType = Pulumi.AzureNative.App.Type;

namespace ReleaseInfra.Infra.ContainerApps;

/// <summary>Asks the health path over HTTP: Azure's default probes only see that the port is open.</summary>
/// <remarks>Azure takes 1..10 failures, a first delay of 1..60 s, and periods and timeouts of 1..240 s.</remarks>
internal static class HealthProbes
{
    public static ContainerAppProbeArgs[] Of(IngressSettings ingress) =>
    [
        // Up to 50 s to start, before the other two begin to count.
        Probe(ingress, ProbeType.Startup, delay: 1, period: 5, timeout: 3, failures: 10),
        Probe(ingress, ProbeType.Readiness, delay: 1, period: 5, timeout: 3, failures: 3),
        // Slower to judge than readiness: a replica that is only busy should lose traffic, not its life.
        Probe(ingress, ProbeType.Liveness, delay: 5, period: 10, timeout: 5, failures: 6),
    ];

    private static ContainerAppProbeArgs Probe(
        IngressSettings ingress, ProbeType type, int delay, int period, int timeout, int failures) => new()
    {
        Type = type,
        HttpGet = new ContainerAppProbeHttpGetArgs { Path = ingress.HealthPath, Port = ingress.Port, Scheme = Scheme.HTTP },
        InitialDelaySeconds = delay,
        PeriodSeconds = period,
        TimeoutSeconds = timeout,
        FailureThreshold = failures,
        SuccessThreshold = 1,
    };
}
