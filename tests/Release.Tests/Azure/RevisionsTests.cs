using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class RevisionsTests
{
    private LiveAzure _live = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _live = await LiveAzure.OpenAsync();
        await _live.PutAppAsync("v1");
        await _live.PutAppAsync("v2", Row("web--v1", 90, "blue"), Row("web--v2", 10, "green"));
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Find_App()
    {
        var app = await _live.Azure.ContainerApps.FindAsync(_live.App, default);

        Assert.That(app!.Name, Is.EqualTo("web"));
        Assert.That(app.Mode, Is.EqualTo("Multiple"));
        Assert.That(app.ProvisioningState, Is.EqualTo("Succeeded"));
        Assert.That((app.LatestRevision, app.LatestReadyRevision), Is.EqualTo(("web--v2", "web--v2")));
        Assert.That(app.Host, Does.StartWith("web.").And.EndsWith(".westeurope.azurecontainerapps.io"));
        Assert.That(app.Containers.Single().Image, Is.EqualTo("crshop.azurecr.io/web:v2"));
        Assert.That(app.Containers.Single().Variables["RELEASE_TAG"], Is.EqualTo("v2"));
        Assert.That(app.Traffic, Is.EqualTo(new[]
        {
            new TrafficEntry(new NamedRevision("web--v1"), 90, "blue"),
            new TrafficEntry(new NamedRevision("web--v2"), 10, "green"),
        }));
    }

    [Test]
    public async Task Find_NoApp_IsNull() =>
        Assert.That(await _live.Azure.ContainerApps.FindAsync(_live.Group.ContainerApp("other"), default), Is.Null);

    [Test]
    public async Task List_HasInactiveOnes()
    {
        await _live.Azure.Traffic.SetAsync(_live.App, [new TrafficEntry(new NamedRevision("web--v1"), 100, "blue")], default);
        await _live.Azure.Revisions.DeactivateAsync(_live.App, "web--v2", default);

        var revisions = await _live.Azure.Revisions.ListAsync(_live.App, default);

        Assert.That(
            revisions.Select(revision => (revision.Name, revision.Active, revision.Weight, revision.Replicas, revision.RunningState)),
            Is.EqualTo(new[] { ("web--v1", true, 100, 2, "Running"), ("web--v2", false, 0, 0, "Stopped") }));
    }

    [Test]
    public async Task Find_Revision()
    {
        var revision = await _live.Azure.Revisions.FindAsync(_live.App, "web--v1", default);

        Assert.That((revision!.Weight, revision.Health, revision.ProvisioningState), Is.EqualTo((90, "Healthy", "Provisioned")));
        Assert.That(revision.Host, Does.StartWith("web--v1."));
        Assert.That(revision.Created, Is.Not.Null);
        Assert.That(revision.ProvisioningError, Is.Null);
        Assert.That(revision.Containers.Single().Image, Is.EqualTo("crshop.azurecr.io/web:v1"));
    }

    [Test]
    public async Task Find_NoRevision_IsNull() =>
        Assert.That(await _live.Azure.Revisions.FindAsync(_live.App, "web--v9", default), Is.Null);

    [Test]
    public async Task Activate_AndDeactivate()
    {
        await _live.Azure.Revisions.DeactivateAsync(_live.App, "web--v1", default);
        var stopped = await _live.Azure.Revisions.FindAsync(_live.App, "web--v1", default);
        await _live.Azure.Revisions.ActivateAsync(_live.App, "web--v1", default);
        var started = await _live.Azure.Revisions.FindAsync(_live.App, "web--v1", default);

        Assert.That((stopped!.Active, started!.Active), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Restart_OfAnInactiveOne_IsRefused()
    {
        await _live.Azure.Revisions.DeactivateAsync(_live.App, "web--v1", default);

        var refusal = Assert.ThrowsAsync<AzureRefusal>(() => _live.Azure.Revisions.RestartAsync(_live.App, "web--v1", default))!;

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((400, "BadRequest")));
        Assert.That(refusal.Message, Does.StartWith(
            "Azure refused POST Microsoft.App/containerApps/web/revisions/web--v1/restart: 400 BadRequest: The revision 'web--v1' is not active"));
        Assert.That(refusal.ServiceRequestId, Is.Not.Empty);
        Assert.That(refusal.Message, Does.EndWith($" (request {refusal.ServiceRequestId})"));
    }

    [Test]
    public async Task Replicas_AreReady()
    {
        var replicas = await _live.Azure.Revisions.ReplicasAsync(_live.App, "web--v1", default);

        Assert.That(replicas.Select(replica => (replica.RunningState, replica.Ready, replica.Restarts)), Is.EqualTo(new[]
        {
            ("Running", true, 0), ("Running", true, 0),
        }));
    }
}
