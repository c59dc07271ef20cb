using System.Net;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Running;

namespace ReleaseInfra.Rehearsal.Tests.Running;

public sealed class RunningRevisionTests
{
    private const string Blue = "web--blue";
    private const string Green = "web--green";

    private RunningScene _scene = null!;

    [SetUp]
    public async Task OpenAsync() => _scene = await RunningScene.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _scene.DisposeAsync();

    [Test]
    public async Task Revision_Created_RunsAndAnswersAtItsHosts()
    {
        await new RunningApp { Suffix = "blue", Traffic = [RunningApp.To(Blue, 100, "stable")] }.PutAsync(_scene);
        await _scene.SettledAsync();

        Assert.That((await _scene.RevisionAsync(Blue)).Revision.Health, Is.EqualTo(RevisionHealth.Healthy));
        foreach (var host in _scene.Apps.Hosts)
            Assert.That((string?)(await _scene.VersionAsync(host.Host))["revision"], Is.EqualTo(Blue), host.Host);
        Assert.That(
            _scene.Apps.Hosts.Select(host => (host.Host.Split('.')[0], host.Version)),
            Is.EquivalentTo(new[] { ("web", null), (Blue, Blue), ("web---stable", Blue) }));
    }

    [Test]
    public async Task Revision_NeverHealthy_GetsNoRequests_UntilItIs()
    {
        _scene.Behaviours[Blue] = new VersionBehaviour { IsUnhealthy = true };
        await new RunningApp { Suffix = "blue", Traffic = [RunningApp.To(Blue, 100, "stable")] }.PutAsync(_scene);
        await _scene.SettledAsync();

        Assert.That((await _scene.RevisionAsync(Blue)).Revision.Health, Is.EqualTo(RevisionHealth.Unhealthy));
        Assert.That(await _scene.StatusAsync(_scene.HostOfApp("web")), Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        _scene.Behaviours[Blue] = VersionBehaviour.Normal;
        _scene.Apps.Refresh();
        await UntilHealthAsync(Blue, RevisionHealth.Healthy);
        Assert.That(await _scene.StatusAsync(_scene.HostOfApp("web")), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Revision_Deactivated_EndsWhatIsUnderWay_ThenStops()
    {
        await TwoAsync(blueWeight: 100);
        var process = await _scene.ProcessAsync(_scene.HostOf(Green));

        using var slow = await _scene.GetAsync(_scene.HostOf(Green), "/api/stream");
        await _scene.Azure.ContainerApps.DeactivateAsync(RunningApp.Id, Green, default);
        var lines = (await slow.Content.ReadAsStringAsync()).Trim().Split('\n');

        Assert.That(lines, Has.Length.EqualTo(10));
        await RunningScene.UntilAsync(() => Task.FromResult(!RunningScene.IsRunning(process)), "its process has ended");
        Assert.That(_scene.Apps.Hosts.Select(host => host.Version), Does.Not.Contain(Green));
        Assert.That(_scene.Apps.Versions.Select(version => version.Version), Is.EqualTo(new[] { Blue }));
    }

    [Test]
    public async Task Revision_ActivatedAgain_RunsAgain()
    {
        await TwoAsync(blueWeight: 100);
        await _scene.Azure.ContainerApps.DeactivateAsync(RunningApp.Id, Green, default);
        await RunningScene.UntilAsync(() => Task.FromResult(_scene.Apps.Versions.Length == 1), "green is not wanted");

        await _scene.Azure.ContainerApps.ActivateAsync(RunningApp.Id, Green, default);
        await _scene.SettledAsync();

        Assert.That((string?)(await _scene.VersionAsync(_scene.HostOf(Green)))["revision"], Is.EqualTo(Green));
    }

    [Test]
    public async Task Weights_AreTheIngresssWeights()
    {
        await TwoAsync(blueWeight: 70);
        var answered = new Dictionary<string, int>();
        for (var request = 0; request < 400; request++)
        {
            var revision = (string)(await _scene.VersionAsync(_scene.HostOfApp("web")))["revision"]!;
            answered[revision] = answered.GetValueOrDefault(revision) + 1;
        }

        Assert.That(answered[Blue], Is.InRange(240, 320));
        Assert.That(answered[Green], Is.EqualTo(400 - answered[Blue]));

        await new RunningApp { Suffix = "green", Traffic = [RunningApp.To(Blue, 0, "stable"), RunningApp.To(Green, 100, "next")] }.PutAsync(_scene);
        await _scene.SettledAsync();
        for (var request = 0; request < 50; request++)
            Assert.That((string?)(await _scene.VersionAsync(_scene.HostOfApp("web")))["revision"], Is.EqualTo(Green));
    }

    [Test]
    public async Task Revision_Restarted_GoesOnUntilItsNewProcessAnswers()
    {
        await new RunningApp { Suffix = "blue", Traffic = [RunningApp.To(Blue, 100, "stable")] }.PutAsync(_scene);
        await _scene.SettledAsync();
        var process = await _scene.ProcessAsync(_scene.HostOf(Blue));

        await _scene.Azure.ContainerApps.RestartAsync(RunningApp.Id, Blue, default);

        await RunningScene.UntilAsync(
            async () => await _scene.ProcessAsync(_scene.HostOf(Blue)) != process, "another process answers, with one that does all the time");
    }

    [Test]
    public async Task Worker_RunsWithoutRoutes()
    {
        await new RunningApp { Suffix = "w1", HasIngress = false }.PutAsync(_scene);
        await _scene.SettledAsync();

        Assert.That((await _scene.RevisionAsync("web--w1")).Revision.Health, Is.EqualTo(RevisionHealth.Healthy));
        Assert.That(_scene.Apps.Hosts, Is.Empty);
        Assert.That(_scene.Apps.Versions.Single().Port, Is.Null);
    }

    [Test]
    public async Task Dispose_LeavesNoProcess()
    {
        await TwoAsync(blueWeight: 50);
        int[] processes = [await _scene.ProcessAsync(_scene.HostOf(Blue)), await _scene.ProcessAsync(_scene.HostOf(Green))];
        Assert.That(processes, Is.All.Matches<int>(RunningScene.IsRunning));

        await _scene.Apps.DisposeAsync();

        Assert.That(processes, Has.None.Matches<int>(RunningScene.IsRunning));
    }

    private async Task TwoAsync(int blueWeight)
    {
        await new RunningApp { Suffix = "blue", Traffic = [RunningApp.To(Blue, 100, "stable")] }.PutAsync(_scene);
        await _scene.SettledAsync();
        await new RunningApp
        {
            Suffix = "green",
            Traffic = [RunningApp.To(Blue, blueWeight, "stable"), RunningApp.To(Green, 100 - blueWeight, "next")],
        }.PutAsync(_scene);
        await _scene.SettledAsync();
    }

    private Task UntilHealthAsync(string revision, RevisionHealth health) => RunningScene.UntilAsync(
        async () => (await _scene.RevisionAsync(revision)).Revision.Health == health, $"{revision} is {health}");
}
