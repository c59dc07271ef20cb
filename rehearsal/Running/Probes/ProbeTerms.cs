namespace ReleaseInfra.Rehearsal.Running.Probes;

/// <summary>One of a container's probes. All times but <paramref name="Timeout"/> are of the rehearsal's clock.</summary>
/// <param name="Path">Asked over HTTP; null to see whether the port is open.</param>
/// <param name="Delay">From the container's start to the first.</param>
/// <param name="Timeout">Of real time: a real process answers.</param>
/// <param name="Failures">In a row, before the probe counts as failed.</param>
internal sealed record ProbeTerms(string? Path, TimeSpan Delay, TimeSpan Period, TimeSpan Timeout, int Failures);

/// <summary>How Azure finds out whether a container works.</summary>
/// <param name="Startup">Until it succeeds, the other two are not asked; where it fails, the container is started again.</param>
/// <param name="Readiness">Without it there are no requests.</param>
/// <param name="Liveness">Where it fails, the container is started again.</param>
internal sealed record VersionProbes(ProbeTerms? Startup, ProbeTerms? Readiness, ProbeTerms? Liveness)
{
    /// <summary>Whatever has started works.</summary>
    public static VersionProbes None { get; } = new(null, null, null);

    /// <summary>What Container Apps adds where an app with ingress states none.</summary>
    public static VersionProbes OfPort { get; } = new(
        new ProbeTerms(null, Seconds(1), Seconds(1), Seconds(3), 240),
        new ProbeTerms(null, Seconds(3), Seconds(5), Seconds(5), 48),
        new ProbeTerms(null, Seconds(0), Seconds(10), Seconds(1), 3));

    public string? HealthPath => Readiness?.Path ?? Startup?.Path ?? Liveness?.Path;

    /// <summary>App Service waits 230 s for a container to answer, and pings its health path each minute from then on.</summary>
    public static VersionProbes OfSite(string? healthPath) => new(
        new ProbeTerms(healthPath, Seconds(0), Seconds(1), Seconds(3), 230),
        healthPath is null ? null : new ProbeTerms(healthPath, Seconds(0), Seconds(60), Seconds(5), 10),
        null);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
