using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Rehearsal.Arm.Faults;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class JobsTests
{
    private static readonly ArmFault[] Unclear = [new ServerError(), new Unavailable(), new GatewayTimeout(), new ConnectionReset()];

    private static readonly ArmFault[] NotTaken = [new Conflict(), new TooManyRequests(TimeSpan.FromSeconds(2))];

    private LiveAzure _live = null!;

    private AzureId Job => _live.Group.Job("migration");

    [SetUp]
    public async Task OpenAsync()
    {
        _live = await LiveAzure.OpenAsync();
        await _live.PutAsync(
            "azure-native:app:Job",
            ("jobName", "migration"),
            ("environmentId", _live.Id("Microsoft.App/managedEnvironments/cae")),
            ("configuration", Map(("triggerType", "Manual"), ("replicaTimeout", 900))),
            ("template", Map(("containers", (object[])[Map(("name", "migration"), ("image", "crshop.azurecr.io/migration:v1"))]))));
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Find_Job() =>
        Assert.That((await _live.Azure.Jobs.FindAsync(Job, default))!.Containers.Single().Image, Is.EqualTo("crshop.azurecr.io/migration:v1"));

    [Test]
    public async Task Start_GivesTheExecution()
    {
        var name = await _live.Azure.Jobs.StartAsync(Job, default);

        var execution = await _live.Azure.Jobs.FindExecutionAsync(Job, name, default);
        Assert.That(name, Does.StartWith("migration-"));
        Assert.That((execution!.Name, execution.Status), Is.EqualTo((name, "Succeeded")));
        Assert.That((execution.Started, execution.Ended), Is.Not.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)null)));
        Assert.That(_live.Log.Of("/start"), Is.EqualTo(new[] { "POST 202" }));
    }

    [Test]
    public async Task Find_NoExecution_IsNull() =>
        Assert.That(await _live.Azure.Jobs.FindExecutionAsync(Job, "migration-none", default), Is.Null);

    [TestCaseSource(nameof(Unclear))]
    public async Task Start_ThatMayHaveArrived_IsNotSentAgain(ArmFault fault)
    {
        _live.Fail("jobs.start", fault, afterEffect: true);

        Assert.ThrowsAsync<AzureOutcomeUnknown>(() => _live.Azure.Jobs.StartAsync(Job, default));

        Assert.That(_live.Log.Of("/start"), Has.Length.EqualTo(1));
        Assert.That(await _live.Azure.Jobs.ExecutionsAsync(Job, default), Has.Length.EqualTo(1));
    }

    [TestCaseSource(nameof(NotTaken))]
    public async Task Start_ThatAzureDidNotTake_IsSentAgain(ArmFault fault)
    {
        _live.Fail("jobs.start", fault);

        await _live.Azure.Jobs.StartAsync(Job, default);

        Assert.That(await _live.Azure.Jobs.ExecutionsAsync(Job, default), Has.Length.EqualTo(1));
    }
}
