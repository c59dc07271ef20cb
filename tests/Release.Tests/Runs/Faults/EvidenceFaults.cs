using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Release.Tests.Runs.Scenes;

namespace ReleaseInfra.Release.Tests.Runs.Faults;

/// <summary>Nobody knows how the new version does: what should tell of it says nothing, too little, or nothing that can be read.</summary>
internal static class EvidenceFaults
{
    public static IReadOnlyList<Fault> All =>
    [
        .. Unknown(
            "no metrics",
            "error rate of web: 0 of 31 measurements passed, 5 are needed. No data: Azure has no requests from 09:01:00 to 09:17:00 UTC. "
                + "old and new of web: 0 of 0 measurements passed, 5 are needed. "
                + "p95 of web: 0 of 25 measurements passed, 5 are needed. No data: the workspace holds nothing.",
            scene => scene.Visitors.Newest = _ => null),
        .. Unknown(
            "stale metrics",
            "error rate of web: 0 of 29 measurements passed, 5 are needed. No data: Azure has nothing newer than 09:02:00 UTC. "
                + "old and new of web: 0 of 0 measurements passed, 5 are needed.",
            scene =>
        {
            var last = scene.Time.GetUtcNow();
            scene.Visitors.Newest = _ => last;
        }),
        .. Unknown(
            "NaN in metrics",
            "error rate of web: 31 errors in a row, limit 4. Not readable: Azure's answer to GET Microsoft.Insights/metrics cannot be understood: "
                + "'total' is \"NaN\", which is no number.",
            scene => scene.Fail("metrics.list", new NotNumbers(), times: int.MaxValue)),
        .. Unknown("NaN in logs", "p95 of web: 25 errors in a row, limit 4. Not readable: p95 is NaN.", scene => scene.Visitors.P95 = _ => double.NaN),
        .. Unknown(
            "partial query results",
            "p95 of web: 0 of 25 measurements passed, 5 are needed. Partial data, the logs were searched in part "
                + "(PartialError: There were some errors when processing your query): p95 is 180 ms over 1500 requests, limit 2000 ms.",
            scene => scene.Fail("logs.query", new PartialResult(), times: int.MaxValue)),
        .. Unknown(
            "telemetry absent",
            "p95 of web: 0 of 25 measurements passed, 5 are needed. No data: the workspace holds nothing.",
            scene => scene.Visitors.LogsInstead = new LogsAbsent()),
        .. Unknown(
            "replicas cannot be counted",
            "restarts of web: 33 errors in a row, limit 4. Not readable: Azure does not allow "
                + $"GET Microsoft.App/containerApps/app-web-stg/revisions/{Scene.New}/replicas: 403 AuthorizationFailed: No.",
            scene => scene.Fail("replicas.list", new Forbidden("AuthorizationFailed", "No."), times: int.MaxValue)),
        Ends.Held(
            "no metrics from the start",
            Walk.Begun,
            90,
            "where the requests of web go is not known. No requests of app-web-stg--blue-v1-3-0 are known, weight 10 %.",
            scene => scene.Visitors.Newest = _ => null),
        Ends.Held(
            "errors that stop before the floor of evidence",
            Walk.AtTen,
            90,
            "error rate of web: 0 of 15 measurements passed, 5 are needed. 0 of 15 requests failed (0 %), limit 5 %; 100 requests are needed. "
                + "old and new of web: 0 of 0 measurements passed, 5 are needed. p95 of web: 0 of 25 measurements passed, 5 are needed. "
                + "p95 is 180 ms over 25 requests, limit 2000 ms; 100 requests are needed.",
            scene =>
            {
                var failing = 1;
                scene.Visitors.PerMinute = 50;
                scene.Visitors.Failures = (revision, weight) => revision == Scene.New && weight == 10 && failing-- > 0 ? 0.2 : 0;
            }),
        Ends.Held(
            "webhook gate cannot be reached",
            Walk.AtTen,
            90,
            "webhook of web: 33 errors in a row, limit 4. Not readable: gates.example.com answered 502, not 200.",
            scene =>
            {
                scene.Variables["RELEASE_GATE_SECRET"] = "key";
                scene.Apps.Status = host => host == "gates.example.com" ? 502 : 200;
            }) with
        {
            Configure = Policies.AskGate,
        },
        Ends.Held(
            "webhook gate's key is not set",
            Walk.AtTen,
            90,
            "webhook of web: 33 errors in a row, limit 4. Not readable: "
                + "the variable RELEASE_GATE_SECRET, which signs what gates.example.com is asked, is not set.",
            _ => { }) with
        {
            Configure = Policies.AskGate,
        },
    ];

    /// <summary>From the first step on: left held where whoever runs it says so, and else back when nobody has come in time.</summary>
    private static IEnumerable<Fault> Unknown(string name, string says, Action<Scene> arrange)
    {
        var held = Ends.Held(name, Walk.AtTen, 90, says, scene => scene.When(Walk.Moved, () => arrange(scene)));
        yield return held;
        yield return Ends.RolledBack($"{name}, nobody comes", held.Events, "deadline passed", says, held.Arrange);
    }
}
