using ReleaseInfra.Cli;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>Azure does not answer, or answers that it cannot now.</summary>
internal static class StormFaults
{
    private const string Weights = "containerApps.patch";
    private const string Revision = "revisions.get";
    private const int Few = 3;
    private const int Forever = int.MaxValue / 2;

    public static IReadOnlyList<Fault> All { get; } =
    [
        Passes("429s on a write of weights, and then none", new TooManyRequests(TimeSpan.FromSeconds(5)), Few),
        Passes("409s on a write of weights, and then none", new Conflict(), Few),
        Passes("500s on a write of weights, and then none", new ServerError(), Few),
        Passes("the answer to a write of weights is lost", new ConnectionReset(), 1, afterEffect: true),
        Passes("every answer to a write of weights is lost", new ConnectionReset(), Forever, afterEffect: true),
        Stays("429s on every write of weights", new TooManyRequests(TimeSpan.FromSeconds(5)), "Azure refused the weights of web"),
        Stays("409s on every write of weights", new Conflict(), "Azure refused the weights of web"),
        Stays("500s on every write of weights", new ServerError(), "Nobody knows whether the weights of web took effect"),
        new("500s on every write from the second step on, and the stuck rollback is resumed", BreakAtTen)
        {
            Then = async (scene, run) =>
            {
                Assert.That(run.Code, Is.EqualTo(ExitCode.EngineFailed), run.Everything);
                Assert.That(run.Error, Does.EndWith("Put right what is in the way, then 'release resume staging'.\n"));
                scene.Mend();
                return await scene.RunAsync("resume", Scene.Stack);
            },
            Events = [.. Walk.PastTen, "work failed", "work failed", "resumed", "service returned"],
            State = "rolled back",
            Code = ExitCode.EngineFailed,
            Old = 100,
            Says = "staging: rolled back, after",
        },
        new("500s on reads of revisions, and then none", scene => scene.Fail(Revision, new ServerError(), after: 2, times: Few))
        {
            Events = Walk.Through,
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "staging: released",
        },
        new("500s on every read of revisions", scene => scene.Fail(Revision, new ServerError(), times: Forever))
        {
            Events = ["work failed"],
            State = "aborted",
            Code = ExitCode.EngineFailed,
            Old = 100,
            Says = "aborted before anything that runs was changed",
        },
        new("500s on every read of revisions while it bakes, and nobody waits", scene => scene.When(
            "\"state\":\"baking at 10 %\"", () => scene.Fail(Revision, new ServerError(), times: Forever)))
        {
            Options = ["--leave-held"],
            Events = [.. Walk.AtTen, "evidence missing"],
            State = "held, no evidence: ...",
            Code = ExitCode.Held,
            Old = 90,
            Says = "there was no answer within 30s.",
        },
    ];

    private static void BreakAtTen(Scene scene) =>
        scene.When("\"state\":\"baking at 10 %\"", () => scene.Fail(Weights, new ServerError(), times: Forever));

    private static Fault Passes(string name, ArmFault fault, int times, bool afterEffect = false) =>
        new(name, scene => scene.Fail(Weights, fault, times: times, afterEffect: afterEffect))
        {
            Events = Walk.Through,
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "staging: released",
        };

    /// <summary>It is met in the drill, where hardly anything has been moved.</summary>
    private static Fault Stays(string name, ArmFault fault, string says) => new(name, scene => scene.Fail(Weights, fault, times: Forever))
    {
        Events = [.. Walk.Drilling, "work failed", "service returned"],
        State = "rolled back",
        Code = ExitCode.EngineFailed,
        Old = 100,
        Says = says,
    };
}
