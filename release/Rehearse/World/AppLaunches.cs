using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.Processes;
using ReleaseInfra.Rehearsal.Running;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>What stands for a service's image: somebody's own command, and else the sample application.</summary>
/// <param name="commands">By Azure's name of the app or site.</param>
/// <param name="folder">Where commands are started.</param>
/// <param name="variables">That every command gets beside its service's own, such as a rehearsal's database.</param>
internal sealed class AppLaunches(
    IReadOnlyDictionary<string, ImmutableArray<string>> commands, string folder, ImmutableSortedDictionary<string, string> variables) : IAppLaunches
{
    private readonly (string File, IReadOnlyList<string> Arguments) _sample = OwnProgram.With(OwnProgram.SampleApp);

    public AppLaunch Of(RunnableVersion version) => commands.TryGetValue(version.App, out var command)
        ? new AppLaunch(command[0], command[1..], folder, variables)
        : new AppLaunch(_sample.File, [.. _sample.Arguments], folder, Sample(version));

    private static ImmutableSortedDictionary<string, string> Sample(RunnableVersion version) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("HEALTH_PATH", version.HealthPath ?? "/api/health");
}
