using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>What is wrong with the new version itself: it does not start, does not answer, or answers badly.</summary>
internal static class VersionFaults
{
    public static IReadOnlyList<Fault> All => [.. OfTheImage, .. OfTheAnswers, .. OfTheMeasurements];

    private static IReadOnlyList<Fault> OfTheImage =>
    [
        Ends.Aborted(
            "image not in the registry",
            "The image crappstgmppcdw.azurecr.io/app-web:v1.3.0 is not in the registry: push it, or release a version that is there.",
            scene => scene.When("release began", () => scene.Azure.Images.DeleteAsync($"{scene.Registry}/app-web:v1.3.0", default))),
        Ends.RolledBack(
            "image cannot be pulled",
            Walk.Checked,
            "gate failed",
            "app-web-stg--blue-v1-3-0 could not be provisioned: ImagePullFailure.",
            scene => scene.Apps.Error = revision => revision == Scene.New ? "ImagePullFailure" : null),
        Ends.RolledBack(
            "revision is never provisioned",
            Walk.Checked,
            "gate failed",
            "app-web-stg--blue-v1-3-0 is Provisioning, its health None, and there is no more time to wait.",
            scene => scene.Apps.Probes = revision => revision == Scene.New ? RevisionHealth.None : RevisionHealth.Healthy),
        Ends.RolledBack(
            "revision fails its probes",
            Walk.Checked,
            "gate failed",
            "app-web-stg--blue-v1-3-0 is Provisioned, its health Unhealthy, and there is no more time to wait.",
            scene => scene.Apps.Probes = revision => revision == Scene.New ? RevisionHealth.Unhealthy : RevisionHealth.Healthy),
    ];

    private static IReadOnlyList<Fault> OfTheAnswers =>
    [
        Ends.RolledBack(
            "health answers 503 after the deployment",
            Walk.Deployed,
            "gate failed",
            "The health check answered 503, not 200 to 299.",
            scene => scene.Apps.Status = host => IsNew(host) ? 503 : 200),
        Ends.Through(
            "health passes after 40 s",
            "first health of web failed: The health check answered 503, not 200 to 299.",
            scene => scene.When("\"work\":\"smoke tests\"", () =>
            {
                var well = scene.Time.GetUtcNow().AddSeconds(40);
                scene.Apps.Status = host => IsNew(host) && scene.Time.GetUtcNow() < well ? 503 : 200;
            })),
        Ends.RolledBack(
            "health fails during the bake",
            Walk.AtTen,
            "gate failed",
            "3 measurements in a row failed, limit 3. The health check answered 503, not 200 to 299.",
            scene => scene.When(Walk.Moved, () => scene.Apps.Status = host => IsNew(host) ? 503 : 200)),
        Ends.RolledBack(
            "connections are closed",
            Walk.AtTen,
            "gate failed",
            "The service is unresponsive: 0 of 3 tries were answered.",
            scene => scene.When(Walk.Moved, () => scene.Apps.Status = host => IsNew(host) ? 0 : 200)),
        Ends.RolledBack(
            "smoke test fails",
            Walk.Deployed,
            "gate failed",
            "GET /: the body does not hold 'ok'.",
            scene => scene.Apps.Body = host => IsNew(host) ? "maintenance" : "ok") with
        {
            Configure = workspace => workspace.Replace(
                "stacks/environments/base.json", "{ \"request\": \"GET /\", \"within\": \"5s\" }", "{ \"request\": \"GET /\", \"bodyHolds\": \"ok\" }"),
        },
    ];

    private static IReadOnlyList<Fault> OfTheMeasurements =>
    [
        Ends.RolledBack(
            "6 % errors at 10 %",
            Walk.AtTen,
            "gate failed",
            "failed (6.0",
            scene => scene.Visitors.Failures = (revision, weight) => revision == Scene.New && weight == 10 ? 0.06 : 0.002),
        Ends.RolledBack(
            "slow p95",
            Walk.AtTen,
            "gate failed",
            "p95 is 2600 ms over 1500 requests, limit 2000 ms.",
            scene => scene.Visitors.P95 = revision => revision == Scene.New ? 2600 : 180),
        Ends.RolledBack(
            "p95 too slow for the watch",
            Walk.Watched,
            "gate failed",
            "p95 is 800 ms over 15000 requests, limit 500 ms.",
            scene => scene.Visitors.P95 = revision => revision == Scene.New ? 800 : 180),
        Ends.RolledBack(
            "errors only after cut-over",
            Walk.AtHundred,
            "gate failed",
            "error rate of web: 1 of 1 measurements failed, limit 0. 240 of 2998 requests failed (8.0",
            scene => scene.Visitors.Failures = (_, weight) => weight == 100 ? 0.08 : 0.002),
        Ends.RolledBack(
            "2 % errors under full load",
            Walk.Watched,
            "gate failed",
            "error rate of web: 1 of 1 measurements failed, limit 0. 60 of 2997 requests failed (2 %), limit 1 %.",
            scene => scene.Visitors.Failures = (_, weight) => weight == 100 ? 0.02 : 0.002),
        Ends.RolledBack(
            "0.8 % more errors than the old version",
            Walk.AtTen,
            "gate failed",
            "The new version is worse:",
            scene =>
            {
                scene.Visitors.PerMinute = 30_000;
                scene.Visitors.Failures = (revision, _) => revision == Scene.New ? 0.01 : 0.002;
            }),
        Ends.RolledBack(
            "replicas are lost",
            Walk.AtTen,
            "gate failed",
            "restarts of web: 1 of 1 measurements failed, limit 0. restarts of app-web-stg--blue-v1-3-0 is 4, limit 3.",
            scene => scene.When(Walk.Moved, () => scene.Apps.Restarts = revision => revision == Scene.New ? 4 : 0)),
        Ends.RolledBack(
            "database CPU",
            Walk.AtTen,
            "gate failed",
            "database CPU is 95 %, limit 80 %.",
            scene => scene.When(Walk.Moved, () => scene.Visitors.Level = metric => metric == "cpu_percent" ? 95 : 20)) with
        {
            Configure = workspace => Policies.WithGate(workspace, "\"databaseCpuPercent\": 80"),
        },
        Ends.RolledBack(
            "webhook gate fails",
            Walk.AtTen,
            "gate failed",
            "gates.example.com says failed: checkout is slow",
            scene =>
            {
                scene.Variables["RELEASE_GATE_SECRET"] = "key";
                scene.Apps.Body = host => host == "gates.example.com" ? """{"outcome":"failed","message":"checkout is slow"}""" : "ok";
            }) with
        {
            Configure = Policies.AskGate,
        },
    ];

    private static bool IsNew(string host) => host.StartsWith(Scene.New, StringComparison.Ordinal);
}
