using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>Approvals that are missing, and freezes in the way.</summary>
internal static class RuleFaults
{
    // 11:00 in Amsterdam: an hour before the freeze, for a release of 27 minutes.
    private static readonly DateTimeOffset FridayMorning = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("nobody has approved the start", _ => { })
        {
            Configure = Policies.Approved,
            Events = ["approval missing"],
            State = "held, approval is needed for the start",
            Code = ExitCode.Held,
            Old = 100,
            Says = "Approvers say 'release promote staging'; 'release abort staging --reason ...' leaves it.",
        },
        new("whoever releases approves", _ => { })
        {
            Configure = Policies.Approved,
            Then = (scene, _) => scene.RunAsync("promote", Scene.Stack),
            Events = ["approval missing"],
            State = "held, approval is needed for the start",
            Code = ExitCode.Held,
            Old = 100,
            Says = "ann releases, and cannot approve.",
        },
        new("somebody else approves", _ => { })
        {
            Configure = Policies.Approved,
            Then = (scene, _) => scene.AsAsync("bob", "promote", Scene.Stack),
            Events = ["approval missing", "approved", .. Walk.Through],
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "staging: released",
        },
        new("one of two approvals has expired", _ => { })
        {
            Configure = workspace =>
            {
                Policies.ApprovedByTwo(workspace);
                workspace.Replace("stacks/environments/base.json", "\"validFor\": \"24h\"", "\"validFor\": \"1h\"");
            },
            Then = async (scene, _) =>
            {
                await scene.AsAsync("bob", "promote", Scene.Stack);
                scene.Time.Pass(TimeSpan.FromHours(2));
                return await scene.AsAsync("carol", "promote", Scene.Stack);
            },
            Events = ["approval missing"],
            State = "held, approval is needed for the start",
            Code = ExitCode.Held,
            Old = 100,
            Says = "bob answered at 2026-11-23 09:00:00Z, and that has expired.",
        },
        new("nobody approves in a day", _ => { })
        {
            Configure = Policies.Approved,
            Then = (scene, _) =>
            {
                scene.Time.Pass(TimeSpan.FromHours(25));
                return scene.RunAsync("abort", Scene.Stack, "--reason", "nobody cares");
            },
            Events = ["approval missing", "abort requested"],
            State = "aborted",
            Code = ExitCode.Done,
            Old = 100,
            Says = "staging: aborted before anything that runs was changed: aborted by ann@laptop: nobody cares",
        },
        new("a refusal", _ => { })
        {
            Configure = Policies.Approved,
            Then = (scene, _) => scene.AsAsync("bob", "promote", Scene.Stack, "--refuse"),
            Events = ["approval missing", "abort requested"],
            State = "aborted",
            Code = ExitCode.Held,
            Old = 100,
            Says = "staging: aborted before anything that runs was changed: aborted by bob: the plan was refused",
        },
        new("a step waits for its approval, and whoever releases gives it", _ => { })
        {
            Options = ["--leave-held"],
            Configure = Policies.ApprovedStep,
            Then = async (scene, _) =>
            {
                await scene.AsAsync("bob", "promote", Scene.Stack, "--leave-held");
                return await scene.AsAsync("ann", "promote", Scene.Stack, "--leave-held");
            },
            Events = ["approval missing", "approved", .. Walk.PastTen],
            State = "held, approval is needed for the step of 100 %",
            Code = ExitCode.Held,
            Old = 90,
            Says = "ann releases, and cannot approve.",
        },
        new("a step waits for its approval, and somebody else gives it", scene => scene.When(
            "held, approval is needed for the step of 100 %", () => scene.Beside("bob", "promote", Scene.Stack)))
        {
            Configure = Policies.ApprovedStep,
            Then = (scene, _) => scene.AsAsync("bob", "promote", Scene.Stack),
            Events = ["approval missing", "approved", .. Walk.PastTen, "approved", .. Walk.Through[Walk.PastTen.Length..]],
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "staging: released",
        },
        new("approved when it is frozen, and resumed when it is not", _ => { })
        {
            Start = FridayMorning,
            Configure = workspace =>
            {
                Policies.Frozen(workspace);
                Policies.Approved(workspace);
                workspace.Replace("stacks/environments/base.json", "\"validFor\": \"24h\"", "\"validFor\": \"100h\"");
            },
            Then = async (scene, _) =>
            {
                scene.Time.Pass(TimeSpan.FromHours(2));
                var promoted = await scene.AsAsync("bob", "promote", Scene.Stack);
                Assert.That(promoted.Code, Is.EqualTo(ExitCode.Frozen), promoted.Everything);
                Assert.That(promoted.Error, Does.EndWith("'release resume staging' goes on once the freeze is over.\n"));
                scene.Time.Pass(TimeSpan.FromDays(3));
                return await scene.AsAsync("ann", "resume", Scene.Stack);
            },
            Events = ["approval missing", "approved", "freeze met", "resumed", .. Walk.Through],
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "staging: released",
        },
        new("a freeze comes while it stands between two versions", scene =>
        {
            scene.Visitors.PerMinute = 5000;
            scene.When("\"kind\":\"work ended\"", () => scene.ShiftByHandAsync(50));
        })
        {
            Start = FridayMorning,
            Configure = Policies.Frozen,
            Events = [.. Walk.AtTen, "traffic changed by others", "freeze met", "service returned"],
            State = "rolled back",
            Code = ExitCode.Frozen,
            Old = 100,
            Says = "the release cannot end before the freeze 'friday-afternoon'",
        },
        new("a freeze comes before the new version has traffic", scene => scene.When(
            "\"event\":\"preflight passed\"", () => scene.Time.Pass(TimeSpan.FromMinutes(50))))
        {
            Start = FridayMorning,
            Configure = Policies.Frozen,
            Events = [.. Walk.Checked, "freeze met"],
            State = "held, the freeze 'friday-afternoon'",
            Code = ExitCode.Frozen,
            Old = 100,
            Says = "'release resume staging' goes on once the freeze is over.",
        },
        new("a hotfix goes through a freeze, with somebody else's approval", _ => { })
        {
            Start = FridayMorning + TimeSpan.FromHours(2),
            Configure = Policies.Frozen,
            Options = ["--hotfix", "checkout fails"],
            Then = async (scene, run) =>
            {
                Assert.That(run.Code, Is.EqualTo(ExitCode.Held), run.Everything);
                return await scene.AsAsync("bob", "promote", Scene.Stack);
            },
            Events = ["approval missing", "approved", .. Walk.Through],
            State = "settled",
            Code = ExitCode.Done,
            Old = 0,
            Says = "goes through the freeze 'friday-afternoon'",
        },
    ];
}
