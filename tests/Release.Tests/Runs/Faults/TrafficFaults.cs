using ReleaseInfra.Cli;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>Somebody else changes weights.</summary>
internal static class TrafficFaults
{
    private const string Weights = "containerApps.patch";

    // The step stands in the stack's file, and everything after is waiting.
    private const string Baked = "\"kind\":\"work ended\"";

    private const string ByHand =
        "traffic was changed by others: web: The traffic was changed by somebody else: app-web-stg--blue-v1-3-0 has 50 % (blue), not 10 % (blue); "
        + "app-web-stg--green-v1-2-3 has 50 % (green), not 90 % (green).";

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("weights are changed by hand while it bakes, and nobody waits", scene => scene.When(Baked, () => scene.ShiftByHandAsync(50)))
        {
            Options = ["--leave-held"],
            Events = [.. Walk.AtTen, "traffic changed by others"],
            State = $"held, {ByHand}",
            Code = ExitCode.Held,
            Old = 50,
            Says = "'release resume staging' goes on, 'release rollback staging --reason ...' goes back.",
        },
        new("weights are changed by hand while it bakes, and nobody puts them right", scene =>
        {
            scene.Visitors.PerMinute = 5000;
            scene.When(Baked, () => scene.ShiftByHandAsync(50));
        })
        {
            Events = [.. Walk.AtTen, "traffic changed by others", "deadline passed", "service returned"],
            State = "rolled back",
            Code = ExitCode.RolledBack,
            Old = 100,
            Says = $"held too long: {ByHand}",
        },
        new("weights are changed by hand while it bakes, put right, and it is resumed", scene => scene.When(Baked, () => scene.ShiftByHandAsync(50)))
        {
            Options = ["--leave-held"],
            Then = async (scene, _) =>
            {
                await scene.ShiftByHandAsync(10);
                return await scene.RunAsync("resume", Scene.Stack);
            },
            Events = [.. Walk.AtTen, "traffic changed by others", "resumed", .. Walk.Through[Walk.AtTen.Length..]],
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "staging: released",
        },
        new("weights are changed by hand while it is held for an approval", scene => scene.When(
            "held, approval is needed for the step of 100 %", () => scene.ShiftByHandAsync(50)))
        {
            Configure = Policies.ApprovedStep,
            Then = (scene, _) => scene.AsAsync("bob", "promote", Scene.Stack),
            Events =
            [
                "approval missing", "approved", .. Walk.PastTen, "traffic changed by others", "deadline passed", "service returned",
            ],
            State = "rolled back",
            Code = ExitCode.RolledBack,
            Old = 100,
            Says = ByHand,
        },
        new("weights are changed by hand before a write, after they were read", scene => scene.When(
            "\"state\":\"baking at 10 %\"", () => scene.Fail(Weights, new Meanwhile(token => scene.ShiftByHandAsync(50, token)))))
        {
            // Azure knows no condition on a write: within one call the last writer wins, and that is the release.
            Events = Walk.Through,
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "staging: released",
        },
        new("weights are changed by hand after a write, before they are read back", scene => scene.When(
            "\"state\":\"baking at 10 %\"",
            () => scene.Fail(Weights, new Meanwhile(token => scene.ShiftByHandAsync(50, token)), afterEffect: true)))
        {
            Options = ["--leave-held"],
            Events = [.. Walk.PastTen, "traffic changed by others"],
            State = $"held, {ByHand}",
            Code = ExitCode.Held,
            Old = 50,
            Says = "'release resume staging' goes on, 'release rollback staging --reason ...' goes back.",
        },
        new("weights are changed by hand before the rollback writes", scene =>
        {
            Breaks(scene);
            scene.When("\"state\":\"rolling back web\"", () => scene.ShiftByHandAsync(50));
        })
        {
            Events = [.. Walk.AtTen, "gate failed", "service returned"],
            State = "rolled back",
            Code = ExitCode.RolledBack,
            Old = 100,
            Says = "staging: rolled back",
        },
        new("weights are changed by hand while the rollback writes", scene =>
        {
            Breaks(scene);
            scene.When(
                "\"state\":\"rolling back web\"",
                () => scene.Fail(Weights, new Meanwhile(token => scene.ShiftByHandAsync(50, token)), afterEffect: true));
        })
        {
            Events = [.. Walk.AtTen, "gate failed", "service returned"],
            State = "rolled back",
            Code = ExitCode.RolledBack,
            Old = 100,
            Says = "staging: rolled back",
        },
    ];

    private static void Breaks(Scene scene) =>
        scene.Visitors.Failures = (revision, _) => revision == Scene.New ? 0.2 : 0.002;
}
