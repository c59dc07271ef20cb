using ReleaseInfra.Domain.Drift;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using static ReleaseInfra.Domain.Tests.Drift.LiveFixtures;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Domain.Tests.Drift;

public sealed class EnvironmentDriftTests
{
    private const string Web = "app-web-prod";
    private const string Blue = "app-web-prod--blue-v1-2-2";
    private const string Green = "app-web-prod--green-v1-2-3";
    private const string Other = "app-web-prod--green-v1-0-0";

    private static readonly string Site = ExpectedEnvironment.Of(LiveFixtures.Settings).Services.OfType<ExpectedSite>().Single().Name;
    private static readonly string Registry = ExpectedEnvironment.Of(LiveFixtures.Settings).Services.OfType<ExpectedWorker>().Single().Image.Registry;

    private static IEnumerable<TestCaseData> Differences()
    {
        yield return Case("Weights", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 80, "blue"), Row(Green, 20, "green"))),
            $"weight web containerApps/{Web} configuration.ingress.traffic[{Blue}]: 90 -> 80",
            $"weight web containerApps/{Web} configuration.ingress.traffic[{Green}]: 10 -> 20");
        yield return Case("WeightOnAnUnknownRevision", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 90, "blue"), Row(Other, 10, null), Row(Green, 0, "green"))),
            $"weight web containerApps/{Web} configuration.ingress.traffic[{Green}]: 10 -> 0",
            $"weight web containerApps/{Web} configuration.ingress.traffic[{Other}]: 0 -> 10");
        yield return Case("TrafficByLatestRevision", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 90, "blue"), new LiveTraffic(Green, "latest revision", 10, "green"))),
            $"weight web containerApps/{Web} configuration.ingress.traffic[latest revision]: by name -> latest revision");
        yield return Case("LabelMoved", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 90, "stable"), Row(Green, 10, "green"))),
            $"label web containerApps/{Web} configuration.ingress.traffic[{Blue}]: blue -> stable");
        yield return Case("LabelGone", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 90, "blue"), Row(Green, 10, null))),
            $"label web containerApps/{Web} configuration.ingress.traffic[{Green}]: green -> nothing");
        yield return Case("LabelOnAnotherRevision", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 90, "blue"), Row(Green, 10, "green"), Row(Other, 0, "test"))),
            $"label web containerApps/{Web} configuration.ingress.traffic[{Other}]: nothing -> test");
        yield return Case("Mode", live => live.WithApp(Web, app => app with { Mode = "Single" }),
            $"mode web containerApps/{Web} configuration.activeRevisionsMode: Multiple -> Single");
        yield return Case("WorkerMode", live => live.WithApp("app-worker-prod", app => app with { Mode = "Multiple" }),
            "mode worker containerApps/app-worker-prod configuration.activeRevisionsMode: Single -> Multiple");
        yield return Case("RevisionMissing", live => live.WithApp(Web, app => app.WithRevision(Blue, _ => null)),
            $"revision-missing web containerApps/{Web}/revisions/{Blue}: active -> nothing");
        yield return Case("RevisionInactive", live => live.WithApp(Web, app => app.WithRevision(Blue, revision => revision with { Active = false })),
            $"revision-inactive web containerApps/{Web}/revisions/{Blue}: active -> inactive");
        yield return Case("RevisionUndeclared", live => live.WithApp(Web, app => app with { Revisions = app.Revisions.Add(new LiveRevision(Other, true, [])) }),
            $"revision-undeclared web containerApps/{Web}/revisions/{Other}: nothing -> active");
        yield return Case("RevisionImage", live => live.WithApp(Web, app => app.WithRevision(Green, revision => revision with { Images = [new LiveImage($"{Registry}.azurecr.io/app-web:v9.9.9", null)] })),
            $"image web containerApps/{Web}/revisions/{Green} template.containers[].image: {Registry}.azurecr.io/app-web:v1.2.3 -> {Registry}.azurecr.io/app-web:v9.9.9");
        yield return Case("WorkerImage", live => live.WithApp("app-worker-prod", app => app with { Images = [new LiveImage("docker.io/app-worker:v1.2.2", null)] }),
            $"image worker containerApps/app-worker-prod template.containers[].image: {Registry}.azurecr.io/app-worker:v1.2.2 -> docker.io/app-worker:v1.2.2");
        yield return Case("JobImage", live => live with { Jobs = [new LiveJob(live.Jobs[0].Name, [new LiveImage($"{Registry}.azurecr.io/app-migration@sha256:0a1b", "v1.2.1")])] },
            $"image migration jobs/app-migration-prod template.containers[].image: {Registry}.azurecr.io/app-migration:v1.2.2 -> {Registry}.azurecr.io/app-migration@sha256:0a1b (v1.2.1)");
        yield return Case("AppMissing", live => live with { Apps = live.Apps.RemoveAll(app => app.Name == Web) },
            $"missing web containerApps/{Web}: declared -> nothing");
        yield return Case("JobMissing", live => live with { Jobs = [] },
            "missing migration jobs/app-migration-prod: declared -> nothing");
        yield return Case("Undeclared", live => live with { Resources = live.Resources.Add(new LiveResource("Microsoft.App/containerApps", "app-extra-prod")) },
            "undeclared  containerApps/app-extra-prod: nothing -> there");
        yield return Case("SiteImage", live => live.WithSite(site => site with { Image = new LiveImage($"{Registry}.azurecr.io/app-admin:v1.2.1", null) }),
            $"image admin sites/{Site} siteConfig.linuxFxVersion: {Registry}.azurecr.io/app-admin:v1.2.2 -> {Registry}.azurecr.io/app-admin:v1.2.1");
        yield return Case("SiteWithoutAContainer", live => live.WithSite(site => site with { Image = null }),
            $"image admin sites/{Site} siteConfig.linuxFxVersion: {Registry}.azurecr.io/app-admin:v1.2.2 -> nothing");
        yield return Case("SlotImage", live => live.WithSite(site => site with { Slots = [new LiveSlot("green", new LiveImage($"{Registry}.azurecr.io/app-admin:v1.2.2", null))] }),
            $"image admin sites/{Site}/slots/green siteConfig.linuxFxVersion: {Registry}.azurecr.io/app-admin:v1.2.1 -> {Registry}.azurecr.io/app-admin:v1.2.2");
        yield return Case("SlotMissing", live => live.WithSite(site => site with { Slots = [] }),
            $"missing admin sites/{Site}/slots/green: declared -> nothing");
        yield return Case("SlotUndeclared", live => live.WithSite(site => site with { Slots = site.Slots.Add(new LiveSlot("preview", null)) }),
            $"undeclared admin sites/{Site}/slots/preview: nothing -> there");
        yield return Case("RampUpForNobody", live => live.WithSite(site => site with { RampUp = [new LiveRampUp("green", 25)] }),
            $"ramp-up admin sites/{Site} siteConfig.experiments.rampUpRules[green]: nothing -> 25");
    }

    [TestCaseSource(nameof(Differences))]
    public void Between_FindsWhatDiffers(Func<LiveEnvironment, LiveEnvironment> change, string[] expected)
    {
        var found = Drift(LiveFixtures.Settings, change);

        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Between_AsDeclared_IsNone()
    {
        var report = EnvironmentDrift.Between(ExpectedEnvironment.Of(LiveFixtures.Settings), AsDeclared(LiveFixtures.Settings));

        Assert.That(report.Findings, Is.Empty);
        Assert.That(report.Unknown, Is.Empty);
        Assert.That(report.IsNothingThere, Is.False);
        // web, worker, admin and migration; web's two revisions; admin's slot.
        Assert.That(report.Checked, Is.EqualTo(7));
    }

    [Test]
    public void Between_InactiveFormerRevision_IsNone() => Assert.That(
        Drift(LiveFixtures.Settings, live => live.WithApp(Web, app => app with { Revisions = app.Revisions.Add(new LiveRevision(Other, false, [])) })),
        Is.Empty);

    [Test]
    public void Between_IdleSlotInactive_IsFound()
    {
        var settings = Production.With("web", BlueGreen(Slot.Green, blue: ("v1.2.2", 0), green: ("v1.2.3", 100)));

        Assert.That(
            Drift(settings, live => live.WithApp(Web, app => app.WithRevision(Blue, revision => revision with { Active = false }))),
            Is.EqualTo(new[] { $"revision-inactive web containerApps/{Web}/revisions/{Blue}: active -> inactive" }));
    }

    [Test]
    public void Between_IdleSlotThatNeverWas_IsNone()
    {
        var settings = Production.With("web", BlueGreen(Slot.Green, blue: ("v1.2.2", 0), green: ("v1.2.3", 100)));

        Assert.That(Drift(settings, live => live.WithApp(Web, app => app.WithRevision(Blue, _ => null))), Is.Empty);
    }

    [TestCase(25d, "ramp-up admin sites/{0} siteConfig.experiments.rampUpRules[green]: 20 -> 25")]
    [TestCase(null, "ramp-up admin sites/{0} siteConfig.experiments.rampUpRules[green]: 20 -> nothing")]
    public void Between_RampUpOfAServedSlot_IsFound(double? live, string expected)
    {
        var settings = Production.With("admin", BlueGreen(Slot.Green, blue: ("v1.2.2", 80), green: ("v1.2.3", 20)));

        Assert.That(
            Drift(settings, found => found.WithSite(site => site with { RampUp = live is { } percent ? [new LiveRampUp("green", percent)] : [] })),
            Is.EqualTo(new[] { string.Format(null, expected, Site) }));
    }

    [Test]
    public void Between_DigestWithoutATag_IsUnknownAndNoDrift()
    {
        var live = AsDeclared(LiveFixtures.Settings).WithSite(site => site with { Image = new LiveImage($"{Registry}.azurecr.io/app-admin@sha256:0a1b", null) });
        var report = EnvironmentDrift.Between(ExpectedEnvironment.Of(LiveFixtures.Settings), live);

        Assert.That(report.Findings, Is.Empty);
        Assert.That(
            report.Unknown,
            Is.EqualTo(new[] { new UnknownImage("admin", $"sites/{Site}", $"{Registry}.azurecr.io/app-admin:v1.2.2", $"{Registry}.azurecr.io/app-admin@sha256:0a1b") }));
    }

    [Test]
    public void Between_NothingThere_IsMissingOnceForEach()
    {
        var report = EnvironmentDrift.Between(ExpectedEnvironment.Of(LiveFixtures.Settings), new LiveEnvironment([], [], [], []));

        Assert.That(report.Findings.Select(finding => finding.Kind), Is.All.EqualTo(DriftKind.Missing));
        Assert.That(report.IsNothingThere, Is.True);
        Assert.That(report.Findings.Select(finding => finding.Service), Is.EqualTo(new[] { "admin", "web", "worker", "migration" }));
    }

    private static IEnumerable<TestCaseData> WhatToDo()
    {
        yield return ToDo("Weights", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 80, "blue"), Row(Green, 10, "green"))),
            $"Take it into Pulumi.production.yaml, or put it back: az containerapp ingress traffic set {App(Web)} --revision-weight {Blue}=90 {Green}=10");
        yield return ToDo("LabelMoved", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 90, "stable"), Row(Green, 10, "green"))),
            $"Put it back: az containerapp revision label add {App(Web)} --label blue --revision {Blue}");
        yield return ToDo("LabelAdded", live => live.WithApp(Web, app => app.WithTraffic(Row(Blue, 90, "blue"), Row(Green, 10, "green"), Row(Other, 0, "test"))),
            $"Put it back: az containerapp revision label remove {App(Web)} --label test");
        yield return ToDo("Mode", live => live.WithApp(Web, app => app with { Mode = "Single" }),
            $"Put it back: az containerapp revision set-mode {App(Web)} --mode multiple");
        yield return ToDo("OldRevisionMissing", live => live.WithApp(Web, app => app.WithRevision(Blue, _ => null)),
            "Azure has no such revision to go back to. Release its tag again with a higher 'revision' in Pulumi.production.yaml.");
        yield return ToDo("RevisionInactive", live => live.WithApp(Web, app => app.WithRevision(Blue, revision => revision with { Active = false })),
            $"Start it: az containerapp revision activate {App(Web)} --revision {Blue}");
        yield return ToDo("RevisionUndeclared", live => live.WithApp(Web, app => app with { Revisions = app.Revisions.Add(new LiveRevision(Other, true, [])) }),
            $"Stop it once nobody needs it: az containerapp revision deactivate {App(Web)} --revision {Other}");
        yield return ToDo("WorkerImage", live => live.WithApp("app-worker-prod", app => app with { Images = [] }),
            $"Take it into Pulumi.production.yaml, or put it back: az containerapp update {App("app-worker-prod")} --image {Registry}.azurecr.io/app-worker:v1.2.2");
        yield return ToDo("JobImage", live => live with { Jobs = [live.Jobs[0] with { Images = [] }] },
            $"Take it into Pulumi.production.yaml, or put it back: az containerapp job update {App("app-migration-prod")} --image {Registry}.azurecr.io/app-migration:v1.2.2");
        yield return ToDo("SlotImage", live => live.WithSite(site => site with { Slots = [new LiveSlot("green", null)] }),
            $"Take it into Pulumi.production.yaml, or put it back: az webapp config container set {App(Site)} --container-image-name {Registry}.azurecr.io/app-admin:v1.2.1 --slot green");
        yield return ToDo("RampUp", live => live.WithSite(site => site with { RampUp = [new LiveRampUp("green", 25)] }),
            $"Take it into Pulumi.production.yaml, or put it back: az webapp traffic-routing clear {App(Site)}");
        yield return ToDo("Missing", live => live with { Jobs = [] },
            "'release up production' creates it, if it was never there. If somebody deleted it, 'pulumi refresh --stack production' comes first.");
        yield return ToDo("Undeclared", live => live with { Resources = live.Resources.Add(new LiveResource(AzureTypes.ContainerApp, "app-extra-prod")) },
            "Delete it if nobody needs it, or declare it in stacks/environments/production.json.");
    }

    [TestCaseSource(nameof(WhatToDo))]
    public void Between_SaysWhatToDo(Func<LiveEnvironment, LiveEnvironment> change, string expected)
    {
        var report = EnvironmentDrift.Between(ExpectedEnvironment.Of(LiveFixtures.Settings), change(AsDeclared(LiveFixtures.Settings)));

        Assert.That(report.Findings.Single().Remedy, Is.EqualTo(expected));
    }

    private static TestCaseData ToDo(string name, Func<LiveEnvironment, LiveEnvironment> change, string expected) =>
        new TestCaseData(change, expected).SetArgDisplayNames(name);

    private static string App(string name) => $"--resource-group rg-app-prod --name {name}";

    private static TestCaseData Case(string name, Func<LiveEnvironment, LiveEnvironment> change, params string[] expected) =>
        new TestCaseData(change, expected).SetArgDisplayNames(name);

    private static LiveTraffic Row(string revision, int weight, string? label) => new(revision, null, weight, label);

    private static string[] Drift(EnvironmentSettings settings, Func<LiveEnvironment, LiveEnvironment> change) =>
    [
        .. EnvironmentDrift.Between(ExpectedEnvironment.Of(settings), change(AsDeclared(settings))).Findings.Select(finding =>
            $"{finding.Kind.Word()} {finding.Service} {finding.Resource}{(finding.Path is null ? "" : $" {finding.Path}")}: {finding.Expected} -> {finding.Live}"),
    ];
}
