using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Running.Versions;

namespace ReleaseInfra.Rehearsal.Running;

/// <summary>A program that stands for a version's container.</summary>
/// <remarks>
/// It listens on 127.0.0.1 at <c>PORT</c>, ends in good order at SIGTERM, and ought to end when its standard input does: that is how it
/// learns that whoever started it is gone.
/// </remarks>
/// <param name="FileName">A path, or a name that is looked for in <c>PATH</c>.</param>
/// <param name="Folder">Where it is started.</param>
/// <param name="Variables">Beside the version's own, and before them. Of this machine's it is given only those in <see cref="Processes.MachineVariables"/>.</param>
public sealed record AppLaunch(
    string FileName, ImmutableArray<string> Arguments, string Folder, ImmutableSortedDictionary<string, string> Variables);

public interface IAppLaunches
{
    AppLaunch Of(RunnableVersion version);
}
