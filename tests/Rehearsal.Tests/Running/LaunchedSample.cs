using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Running;
using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Tests.Sample;

namespace ReleaseInfra.Rehearsal.Tests.Running;

/// <summary>The sample application for every version, unless the test says otherwise.</summary>
internal sealed class LaunchedSample : IAppLaunches
{
    public static readonly ImmutableSortedDictionary<string, string> NoVariables = ImmutableSortedDictionary<string, string>.Empty;

    public Func<RunnableVersion, AppLaunch?> Instead { get; set; } = _ => null;

    public AppLaunch Of(RunnableVersion version) => Instead(version) ?? new AppLaunch(
        SampleProgram.Host,
        [.. SampleProgram.Arguments],
        Environment.CurrentDirectory,
        NoVariables.Add("HEALTH_PATH", version.HealthPath ?? "/api/health"));

    /// <summary>Ends at once, with an exit code of 0.</summary>
    public static AppLaunch Shell(string script) => new("sh", ["-c", script], Environment.CurrentDirectory, NoVariables);
}
