using ReleaseInfra.Domain.Gates.Regressions;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Rollouts;
using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Tests.Plans;

public sealed class PlanHashTests
{
    private static readonly PlanRequest Request = PlanRequests.Production;

    private static readonly PlanRequest Gated = Gate(gates => gates with
    {
        InconclusiveLimit = 9,
        DatabaseCpuPercent = 85,
        DatabaseConnections = 1400,
        ReplicaRestarts = 3,
        Queues = gates.Queues.Add("worker", new QueueSettings("depth", 500)),
        Webhook = new WebhookGateSettings(new Uri("https://gates.example.com/release"), "RELEASE_GATE_SECRET", TimeSpan.FromSeconds(10)),
    }) with
    {
        SmokeTests = Request.SmokeTests.Add("web",
        [
            new SmokeTestSettings(
                SmokeMethod.Get,
                "/api/version",
                200,
                SettingsFixtures.NoVariables.Add("Content-Type", "text/html"),
                "v1.2.3",
                TimeSpan.FromSeconds(2)),
        ]),
    };

    // Written out once: approvals are bound to it, so it must not change by accident.
    [Test]
    public void Text_IsCanonical() => Assert.That(
        PlanHash.Text(Request with { Kind = new SecurityRelease("CVE-2026-1") }, Request.Course),
        Is.EqualTo(
            """
            14:release-plan 2 10:production 8:security 
            6:reason 10:CVE-2026-1 0: 
            7:service 6:worker 7:InPlace 0: 6:v1.2.2 6:v1.2.3 1:1 
            7:service 3:web 7:Weighed 5:green 6:v1.2.2 6:v1.2.3 1:1 
            6:before 4:True 4:True 
            4:step 2:10 3:300 5:False 
            4:step 2:20 3:300 5:False 
            4:step 2:50 3:300 5:False 
            4:step 3:100 3:300 5:False 
            7:back-at 1:5 4:2000 1:3 
            5:watch 4:3600 1:1 3:500 
            8:evidence 1:5 3:100 
            10:regression 4:0.05 1:0 
            5:gates 2:30 1:0 0: 1:4 
            6:levels 0: 0: 0: 
            9:deadlines 3:900 4:3600 4:1800 4:1800 2:60 3:300 3:900 3:300 4:3600 5:86400 4:3600 

            """));

    [Test]
    public void Text_HasGatesAndSmokeTests()
    {
        var text = PlanHash.Text(Gated, Gated.Course);

        Assert.That(text, Does.Contain(
            """
            5:gates 2:30 1:0 1:9 1:4 
            6:levels 2:85 4:1400 1:3 
            5:queue 6:worker 5:depth 3:500 
            7:webhook 33:https://gates.example.com/release 2:10 
            5:smoke 3:web 16:GET /api/version 3:200 6:v1.2.3 1:2 
            6:header 12:Content-Type 9:text/html 

            """));
    }

    [Test]
    public void Hash_IsOfTheText() => Assert.That(
        Planner.Plan(Request).Hash,
        Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(PlanHash.Text(Request, Request.Course))))));

    private static readonly TestCaseData[] Changes =
    [
        Change("stack", Request with { Stack = StackName.Staging }),
        Change("kind", Request with { Kind = new Hotfix("customers cannot pay") }),
        Change("version", Request with { Versions = [Request.Versions[0], Request.Versions[1] with { To = ImageTag.Parse("v1.2.4") }] }),
        Change("version before", Request with { Versions = [Request.Versions[0], Request.Versions[1] with { From = null }] }),
        Change("revision", Request with { Versions = [Request.Versions[0], Request.Versions[1] with { Revision = 2 }] }),
        Change("slot", Request with { Versions = [Request.Versions[0], Request.Versions[1] with { Slot = Slot.Blue }] }),
        Change("order", Request with { Course = Course([Courses.Web, Courses.Worker], new Canary(Courses.Bake)) }),
        Change("weight", Request with { Course = Course(Request.Course.Members, new Canary([new TrafficStep(11, Courses.Bake), .. Request.Course.Steps.Skip(1)])) }),
        Change("bake", Request with { Course = Course(Request.Course.Members, new Canary(Courses.Bake + TimeSpan.FromSeconds(1))) }),
        Change("approval", Request with { Course = Course(Request.Course.Members, new Canary([.. Request.Course.Steps.Select(step => step with { NeedsApproval = true })])) }),
        Change("migration", Request with { Course = Request.Course with { Migrates = false } }),
        Change("drill", Request with { Course = Request.Course with { Drills = false } }),
        Change("limit", Request with { Rollout = Request.Rollout with { RollBackAt = new HealthLimits(6, 2000) } }),
        Change("watch", Request with { Rollout = Request.Rollout with { WatchAt = new HealthLimits(1, 501) } }),
        Change("health checks", Request with { Rollout = Request.Rollout with { FailedHealthChecks = 4 } }),
        Change("evidence", Request with { Rollout = Request.Rollout with { Evidence = new EvidenceFloor(5, 50) } }),
        Change("alpha", Request with { Regressions = new RegressionTerms(0.01) }),
        Change("tolerance", Request with { Regressions = new RegressionTerms(tolerance: 0.01) }),
        Change("interval", Gate(gates => gates with { Interval = TimeSpan.FromSeconds(31) })),
        Change("initial delay", Gate(gates => gates with { InitialDelay = TimeSpan.FromSeconds(1) })),
        Change("inconclusive limit", Gate(gates => gates with { InconclusiveLimit = 1 })),
        Change("error limit", Gate(gates => gates with { ConsecutiveErrorLimit = 1 })),
        Change("level", Gate(gates => gates with { ReplicaRestarts = 1 })),
        Change("queue", Gate(gates => gates with { Queues = Gated.Rollout.Gates.Queues })),
        Change("webhook", Gate(gates => gates with { Webhook = Gated.Rollout.Gates.Webhook })),
        Change("smoke test", Request with { SmokeTests = Gated.SmokeTests }),
        Change("deadline", Request with { Course = new RolloutCourse(Request.Course.Members, Request.Course.Strategy, Courses.Deadlines with { Hold = TimeSpan.FromHours(2) }) { Migrates = true, Drills = true } }),
    ];

    [TestCaseSource(nameof(Changes))]
    public void Hash_ChangesWithWhatWouldBeDone(PlanRequest changed) =>
        Assert.That(Planner.Plan(changed).Hash, Is.Not.EqualTo(Planner.Plan(Request).Hash));

    private static readonly TestCaseData[] Predictions =
    [
        Change("start", Request with { Start = Request.Start + TimeSpan.FromMinutes(1) }),
        Change("traffic", Request with { Traffic = PlanRequests.Asked(7) }),
        Change("no traffic", Request with { Traffic = ImmutableSortedDictionary<string, ExpectedTraffic>.Empty }),
        Change("durations", Request with { Durations = new PredictedDurations { Deploy = TimeSpan.FromMinutes(9) } }),
        Change("regression", Request with { Regression = new StatedRegression(0.1) }),
        Change("order of the versions", Request with { Versions = [.. Request.Versions.Reverse()] }),
    ];

    [TestCaseSource(nameof(Predictions))]
    public void Hash_StaysWithWhatIsPredicted(PlanRequest changed) =>
        Assert.That(Planner.Plan(changed).Hash, Is.EqualTo(Planner.Plan(Request).Hash));

    private static PlanRequest Gate(Func<GateSettings, GateSettings> change) =>
        Request with { Rollout = Request.Rollout with { Gates = change(Request.Rollout.Gates) } };

    private static TestCaseData Change(string name, PlanRequest changed) => new TestCaseData(changed).SetArgDisplayNames(name);

    private static RolloutCourse Course(ImmutableArray<GroupMember> members, Strategy strategy) =>
        new(members, strategy, Courses.Deadlines) { Migrates = true, Drills = true };
}
