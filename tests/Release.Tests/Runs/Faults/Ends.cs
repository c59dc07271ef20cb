using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>How a release ends that something went wrong with.</summary>
internal static class Ends
{
    /// <param name="until">What happens before the trouble.</param>
    public static Fault RolledBack(string name, string[] until, string trouble, string says, Action<Scene> arrange) => new(name, arrange)
    {
        Events = [.. until, trouble, "service returned"],
        State = "rolled back",
        Code = ExitCode.RolledBack,
        Old = 100,
        Says = says,
    };

    /// <summary>In the checks before anything is done.</summary>
    public static Fault Aborted(string name, string says, Action<Scene> arrange) => new(name, arrange)
    {
        Events = ["work failed"],
        State = "aborted",
        Code = ExitCode.EngineFailed,
        Old = 100,
        Says = says,
    };

    public static Fault Through(string name, string says, Action<Scene> arrange) => new(name, arrange)
    {
        Events = Walk.Through,
        State = "settled",
        Code = ExitCode.Done,
        Old = 0,
        Says = says,
    };

    /// <summary>For want of evidence, and left so.</summary>
    /// <inheritdoc cref="RolledBack"/>
    public static Fault Held(string name, string[] until, int old, string says, Action<Scene> arrange) => new(name, arrange)
    {
        Options = ["--leave-held"],
        Events = [.. until, "evidence missing"],
        State = $"held, no evidence: {says}",
        Code = ExitCode.Held,
        Old = old,
        Says = says,
    };
}
