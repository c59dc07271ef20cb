using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>Clocks that jump, and a stack's file that somebody edits.</summary>
internal static class WorldFaults
{
    private const string File = "Pulumi.staging.yaml";

    // The step stands in the stack's file, and everything after is waiting.
    private const string Baked = "\"kind\":\"work ended\"";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Jumps("the clock jumps forward while it bakes", TimeSpan.FromHours(1)),
        Jumps("the clock jumps backward while it bakes", TimeSpan.FromHours(-1)),
        GoesThrough("somebody writes a comment into the stack's file", scene => scene.Workspace.Replace(File, "config:", "# Mine.\nconfig:")),
        GoesThrough("somebody puts other weights into the stack's file", scene => scene.Workspace
            .Replace(File, "weight: 10 }", "weight: 60 }")
            .Replace(File, "weight: 90 }", "weight: 40 }")),
        GoesThrough("somebody puts another tag into the stack's file", scene => scene.Workspace.Replace(File, "tag: v1.3.0", "tag: v1.3.7")),
    ];

    private static Fault GoesThrough(string name, Action<Scene> happens) => new(name, scene => scene.When(Baked, () => happens(scene)))
    {
        Events = Walk.Through,
        State = "settled",
        Code = ExitCode.Done,
        Old = 0,
        Says = "staging: released",
    };

    /// <summary>This machine's and not Azure's: whatever is measured is not of the time that it is asked for.</summary>
    private static Fault Jumps(string name, TimeSpan by) => new(name, scene => scene.When(Baked, () => scene.Time.Skew += by))
    {
        Options = ["--leave-held"],
        Events = [.. Walk.AtTen, "evidence missing"],
        State = "held, no evidence: ...",
        Code = ExitCode.Held,
        Old = 90,
        Says = "'release resume staging' goes on",
    };
}
