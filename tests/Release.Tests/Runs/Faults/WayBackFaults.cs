using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>What a release would need to go back by is not there; and those who are told of it cannot be reached.</summary>
internal static class WayBackFaults
{
    public static IReadOnlyList<Fault> All =>
    [
        Ends.Aborted(
            "secret is missing before the start",
            "web: There is no proof that a rollback would work: Secret telemetry-connection is not in the vault, or is disabled or outside of its dates.",
            scene => scene.When("release began", () => LoseSecretAsync(scene))),
        Ends.Held(
            "secret goes missing during the release",
            Walk.PastTen,
            90,
            "web: There is no proof that a rollback would work: Secret telemetry-connection is not in the vault, or is disabled or outside of its dates.",
            scene => scene.When(Walk.Moved, () => LoseSecretAsync(scene))),
        Ends.Aborted(
            "old revision is gone before the start",
            "There is no revision app-web-stg--green-v1-2-3.",
            Lose),
        Ends.Held(
            "old revision is gone",
            Walk.PastTen,
            90,
            "web: There is no proof that a rollback would work: There is no revision app-web-stg--green-v1-2-3.",
            scene => scene.When(Walk.Moved, () => Lose(scene))),
        Ends.Aborted(
            "old revision is inactive before the start",
            "app-web-stg--green-v1-2-3 is not active.",
            scene => scene.When("release began", () => RestAsync(scene))),
        Ends.Held(
            "old revision is inactive before the first step",
            Walk.Begun,
            100,
            "web: There is no proof that a rollback would work: app-web-stg--green-v1-2-3 is not active. "
                + "app-web-stg--green-v1-2-3 is None, not Healthy. app-web-stg--green-v1-2-3 is Deprovisioned, not Provisioned. "
                + "app-web-stg--green-v1-2-3 has 0 ready replicas, and all traffic needs 1 (50 requests a second of 0.02 s each, 50 at once in each replica).",
            scene => scene.When("\"event\":\"drill returned\"", () => RestAsync(scene))),
        Ends.RolledBack(
            "old revision is inactive before the second step",
            [.. Walk.PastTen, "evidence missing"],
            "deadline passed",
            "app-web-stg--green-v1-2-3 is not active: it is activated, and gets its traffic once it is up.",
            scene => scene.When(Walk.Moved, () => RestAsync(scene))) with
        {
            After = async scene => Assert.That(
                (await scene.Azure.ContainerApps.GetAsync(scene.IdOf(Scene.Web), Scene.Old, default)).Revision.Active, Is.True),
        },
        Ends.Through(
            "notification endpoint is down",
            "audit was not told 'done': 'audit' could not be reached: the connection failed. Look at the address in RELEASE_AUDIT_URL, and whether this machine may connect to it.",
            scene =>
            {
                scene.Variables["RELEASE_AUDIT_URL"] = "http://127.0.0.1:9/";
                scene.Variables["RELEASE_AUDIT_KEY"] = "key";
            }) with
        {
            Configure = workspace => workspace.Replace(
                "stacks/environments/base.json",
                "\"emails\": {}",
                """
                "emails": {},
                "channels": { "audit": { "kind": "webhook", "addressVariable": "RELEASE_AUDIT_URL", "keyVariable": "RELEASE_AUDIT_KEY" } }
                """),
            After = async scene => Assert.That(
                (await scene.RecordsAsync()).Select(record => record.Entry).OfType<NoticeFailed>().Select(failed => failed.Channel),
                Does.Contain("audit")),
        },
    ];

    private static void Lose(Scene scene) => scene.Fail(
        new PathMatch("GET", $"*/revisions/{Scene.Old}"), new Gone("RevisionNotFound", "There is no such revision."), times: int.MaxValue);

    private static Task RestAsync(Scene scene) => scene.Azure.ContainerApps.DeactivateAsync(scene.IdOf(Scene.Web), Scene.Old, default);

    private static Task LoseSecretAsync(Scene scene) =>
        scene.Azure.Secrets.DeleteAsync(scene.Settings().Names().Vault.Value, "telemetry-connection", default);
}
