using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Values;
using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.ContainerApps;

public sealed class RevisionTests
{
    [Test]
    public async Task Put_OfTheFirstTemplate_MakesARevision()
    {
        using var small = await OpenAsync();

        var put = await new AppOf { Suffix = "blue-v1" }.PutAsync(small);

        Assert.That(put.Operation.State, Is.EqualTo(new OperationSucceeded()));
        Assert.That(put.IsNew, Is.True);
        Assert.That(put.Resource.Outputs["latestRevisionName"], Is.EqualTo("web--blue-v1"));
        Assert.That(put.Resource.Outputs["latestReadyRevisionName"], Is.EqualTo("web--blue-v1"));
        Assert.That(put.Resource.Outputs["provisioningState"], Is.EqualTo("Succeeded"));
    }

    [Test]
    public async Task Put_OfTheSameTemplate_MakesNone()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);

        await new AppOf { Suffix = "v1", Secrets = ["added"], Traffic = [To("web--v1", 100)] }.PutAsync(small);

        Assert.That(await NamesAsync(small), Is.EqualTo(new[] { "web--v1" }));
    }

    [Test]
    public async Task Put_WithoutSuffix_CountsTheNames()
    {
        using var small = await OpenAsync();
        await new AppOf { Image = "r.io/web:v1" }.PutAsync(small);
        await new AppOf { Image = "r.io/web:v1" }.PutAsync(small);

        await new AppOf { Image = "r.io/web:v2" }.PutAsync(small);

        Assert.That(await NamesAsync(small), Is.EqualTo(new[] { "web--0000001", "web--0000002" }));
    }

    [Test]
    public async Task Put_OfATakenSuffixWithAnotherTemplate_IsAcceptedAndFails()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Image = "r.io/web:v1", Traffic = [To("web--v1", 100)] }.PutAsync(small);
        var before = await small.Azure.ContainerApps.GetAsync(AppId, "web--v1", default);

        var put = await new AppOf { Suffix = "v1", Image = "r.io/web:other", Traffic = [ToLatest(100)] }.PutAsync(small);

        var failed = (OperationFailed)put.Operation.State;
        Assert.That(failed.Error, Is.EqualTo(new AzureError(
            409,
            "ContainerAppOperationError",
            "Microsoft.App/containerApps 'web': failed to provision the revision 'web--v1': revision with suffix v1 already exists, " +
            "with another template. A revision never changes; use a new suffix.",
            AppId)));
        Assert.That(await small.Azure.ContainerApps.GetAsync(AppId, "web--v1", default), Is.EqualTo(before).Using<RevisionView>(SameTemplate));
        Assert.That(put.Resource.Outputs["provisioningState"], Is.EqualTo("Failed"));
        Assert.That(await small.Azure.ContainerApps.TrafficAsync(AppId, default), Is.EqualTo(new[] { new TrafficShare("web--v1", 100, null) }));
    }

    [Test]
    public async Task Put_OfTheSuffixOfAnInactiveRevision_FailsToo()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Image = "r.io/web:v1" }.PutAsync(small);
        await new AppOf { Suffix = "v2", Image = "r.io/web:v2" }.PutAsync(small);
        await small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default);

        var put = await new AppOf { Suffix = "v1", Image = "r.io/web:v3" }.PutAsync(small);

        Assert.That(put.Operation.State, Is.TypeOf<OperationFailed>());
    }

    [Test]
    public async Task Put_AfterAFailure_SucceedsWithANewSuffix()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Image = "r.io/web:v1" }.PutAsync(small);
        await new AppOf { Suffix = "v1", Image = "r.io/web:v2" }.PutAsync(small);

        var put = await new AppOf { Suffix = "v2", Image = "r.io/web:v2" }.PutAsync(small);

        Assert.That(put.Resource.Outputs["provisioningState"], Is.EqualTo("Succeeded"));
        Assert.That(await NamesAsync(small), Is.EqualTo(new[] { "web--v1", "web--v2" }));
    }

    [TestCase("Green")]
    [TestCase("1st")]
    [TestCase("a--b")]
    [TestCase("v1-")]
    public async Task Rejects_Suffix(string suffix)
    {
        using var small = await OpenAsync();

        Assert.That(await new AppOf { Suffix = suffix }.RefusalAsync(small), Is.EqualTo(new AzureError(
            400,
            "ContainerAppInvalidRevisionName",
            $"Microsoft.App/containerApps 'web': the revision suffix '{suffix}' is not lower-case letters, digits and single hyphens, a letter " +
            "first, no hyphen last.",
            "template.revisionSuffix")));
    }

    [TestCase(49, false)]
    [TestCase(50, true)]
    public async Task Rejects_RevisionNameOver54Characters(int suffixLength, bool isRefused)
    {
        using var small = await OpenAsync();
        var app = new AppOf { Suffix = new string('a', suffixLength) };

        if (isRefused)
            Assert.That((await app.RefusalAsync(small)).Message, Does.EndWith("has 55 characters; app and revision have 54 together."));
        else
            Assert.That((await app.PutAsync(small)).Operation.State, Is.TypeOf<OperationSucceeded>());
    }

    [Test]
    public async Task SingleMode_DeactivatesTheOldWhenTheNewIsReady()
    {
        using var small = await OpenAsync();
        await new AppOf { Mode = "Single", Image = "r.io/web:v1" }.PutAsync(small);

        await new AppOf { Mode = "Single", Image = "r.io/web:v2" }.PutAsync(small);

        Assert.That(await ActiveAsync(small), Is.EqualTo(new[] { "web--0000002" }));
    }

    [Test]
    public async Task SingleMode_KeepsTheOldUntilTheNewIsReported()
    {
        using var small = await OpenAsync();
        await new AppOf { Mode = "Single", Image = "r.io/web:v1" }.PutAsync(small);
        small.Health.Of["web--0000002"] = RevisionHealth.None;
        await new AppOf { Mode = "Single", Image = "r.io/web:v2" }.PutAsync(small);
        var before = await ActiveAsync(small);
        var served = await small.Azure.ContainerApps.TrafficAsync(AppId, default);

        await small.Azure.ContainerApps.ReportHealthAsync(AppId, "web--0000002", RevisionHealth.Healthy, default);

        Assert.That(before, Is.EqualTo(new[] { "web--0000001", "web--0000002" }));
        Assert.That(served, Is.EqualTo(new[] { new TrafficShare("web--0000001", 100, null) }));
        Assert.That(await ActiveAsync(small), Is.EqualTo(new[] { "web--0000002" }));
    }

    [Test]
    public async Task MultipleMode_KeepsTheOldActive()
    {
        using var small = await OpenAsync();
        await new AppOf { Image = "r.io/web:v1" }.PutAsync(small);

        await new AppOf { Image = "r.io/web:v2" }.PutAsync(small);

        Assert.That(await ActiveAsync(small), Is.EqualTo(new[] { "web--0000001", "web--0000002" }));
    }

    [Test]
    public async Task FailingProbes_LeaveTheRevisionProvisionedAndLatestReadyBehind()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        small.Health.Of["web--v2"] = RevisionHealth.Unhealthy;

        var put = await new AppOf { Suffix = "v2" }.PutAsync(small);

        Assert.That(put.Operation.State, Is.TypeOf<OperationSucceeded>());
        Assert.That(put.Resource.Outputs["latestRevisionName"], Is.EqualTo("web--v2"));
        Assert.That(put.Resource.Outputs["latestReadyRevisionName"], Is.EqualTo("web--v1"));
        Assert.That(await small.Azure.ContainerApps.TrafficAsync(AppId, default), Is.EqualTo(new[] { new TrafficShare("web--v1", 100, null) }));
        Assert.That((await small.Azure.ContainerApps.GetAsync(AppId, "web--v2", default)).RunningState, Is.EqualTo("Degraded"));
    }

    [Test]
    public async Task Inactive_BeyondTheKept_TheOldestAreDeleted()
    {
        using var small = await OpenAsync();
        foreach (var version in new[] { "v1", "v2", "v3", "v4" })
        {
            await new AppOf { Suffix = version, InactiveKept = 2 }.PutAsync(small);
            if (version != "v4")
                await small.Azure.ContainerApps.DeactivateAsync(AppId, $"web--{version}", default);
        }

        Assert.That(await NamesAsync(small), Is.EqualTo(new[] { "web--v2", "web--v3", "web--v4" }));
    }

    [Test]
    public async Task Deactivate_TheOnlyActiveRevisionWithAllTraffic_IsNotObjectedTo()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100)] }.PutAsync(small);

        await small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default);

        var view = await small.Azure.ContainerApps.GetAsync(AppId, "web--v1", default);
        Assert.That((view.Revision.Active, view.TrafficWeight, view.Replicas.Length, view.RunningState), Is.EqualTo((false, 100, 0, "Stopped")));
    }

    [Test]
    public async Task Activate_AnInactiveOne_AsksItsProbesAgain()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        await small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default);
        small.Health.Of["web--v1"] = RevisionHealth.Unhealthy;

        await small.Azure.ContainerApps.ActivateAsync(AppId, "web--v1", default);

        var view = await small.Azure.ContainerApps.GetAsync(AppId, "web--v1", default);
        Assert.That((view.Revision.Active, view.Revision.Health), Is.EqualTo((true, RevisionHealth.Unhealthy)));
    }

    [Test]
    public async Task Restart_OfAnInactiveRevision_IsRefused()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);
        await small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default);

        Assert.That(
            (await SmallAzure.RefusalAsync(() => small.Azure.ContainerApps.RestartAsync(AppId, "web--v1", default))).Message,
            Is.EqualTo("The revision 'web--v1' is not active, so nothing of it can be restarted."));
    }

    [Test]
    public async Task Get_AnUnknownRevision_ListsTheKnown()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1" }.PutAsync(small);

        Assert.That(await SmallAzure.RefusalAsync(() => small.Azure.ContainerApps.GetAsync(AppId, "web--v9", default)), Is.EqualTo(new AzureError(
            404,
            "RevisionNotFound",
            "Microsoft.App/containerApps 'web' has no revision 'web--v9'. It has: web--v1.",
            $"{AppId}/revisions/web--v9")));
    }

    [Test]
    public async Task Hosts_OfRevisionAndLabel()
    {
        using var small = await OpenAsync();
        var put = await new AppOf { Suffix = "v1", Traffic = [To("web--v1", 100, "blue")] }.PutAsync(small);
        var domain = ((string)put.Resource.Outputs["latestRevisionFqdn"])["web--v1.".Length..];

        var view = await small.Azure.ContainerApps.GetAsync(AppId, "web--v1", default);

        Assert.That(view.Fqdn, Is.EqualTo($"web--v1.{domain}"));
        Assert.That(view.Labels["blue"], Is.EqualTo($"web---blue.{domain}"));
    }

    [TestCase(0, 100, 1)]
    [TestCase(0, 0, 0)]
    [TestCase(3, 0, 3)]
    public async Task Replicas_AreTheLeast_AndOneWhereTrafficGoes(int least, int weight, int replicas)
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v0" }.PutAsync(small);
        await new AppOf { Suffix = "v1", MinReplicas = least, Traffic = [To("web--v0", 100 - weight), To("web--v1", weight)] }.PutAsync(small);

        Assert.That((await small.Azure.ContainerApps.GetAsync(AppId, "web--v1", default)).Replicas, Has.Length.EqualTo(replicas));
    }

    private static bool SameTemplate(RevisionView left, RevisionView right) =>
        left.Revision with { Template = right.Revision.Template } == right.Revision
        && PlainValues.Same(left.Revision.Template, right.Revision.Template)
        && left.TrafficWeight == right.TrafficWeight;

    private static async Task<string[]> NamesAsync(SmallAzure small) =>
        [.. (await small.Azure.ContainerApps.ListAsync(AppId, default)).Select(view => view.Revision.Name)];

    private static async Task<string[]> ActiveAsync(SmallAzure small) =>
        [.. (await small.Azure.ContainerApps.ListAsync(AppId, default)).Where(view => view.Revision.Active).Select(view => view.Revision.Name)];
}
