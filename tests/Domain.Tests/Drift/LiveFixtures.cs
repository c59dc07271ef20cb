using System.Collections.Immutable;
using ReleaseInfra.Domain.Drift;
using ReleaseInfra.Domain.Settings;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Domain.Tests.Drift;

/// <summary>An Azure that is what a configuration says, to be changed by a test.</summary>
internal static class LiveFixtures
{
    /// <summary>web: blue serves, green is the newest at 10.</summary>
    public static EnvironmentSettings Settings { get; } = Production.With(
        "web", BlueGreen(Domain.Releases.Slot.Green, blue: ("v1.2.2", 90), green: ("v1.2.3", 10)));

    public static LiveEnvironment AsDeclared(EnvironmentSettings settings)
    {
        var expected = ExpectedEnvironment.Of(settings);
        return new LiveEnvironment(
            [.. expected.Services.Select(App).OfType<LiveApp>()],
            [.. expected.Services.OfType<ExpectedJob>().Select(job => new LiveJob(job.Name, [Tagged(job.Image)]))],
            [.. expected.Services.OfType<ExpectedSite>().Select(Site)],
            [.. expected.Services.Select(service => new LiveResource(service.Type, service.Name))]);
    }

    public static LiveEnvironment WithApp(this LiveEnvironment live, string name, Func<LiveApp, LiveApp> change) =>
        live with { Apps = [.. live.Apps.Select(app => app.Name == name ? change(app) : app)] };

    public static LiveEnvironment WithSite(this LiveEnvironment live, Func<LiveSite, LiveSite> change) =>
        live with { Sites = [.. live.Sites.Select(change)] };

    public static LiveApp WithTraffic(this LiveApp app, params LiveTraffic[] traffic) => app with { Traffic = [.. traffic] };

    public static LiveApp WithRevision(this LiveApp app, string name, Func<LiveRevision, LiveRevision?> change) =>
        app with { Revisions = [.. app.Revisions.Select(revision => revision.Name == name ? change(revision) : revision).OfType<LiveRevision>()] };

    public static LiveImage Tagged(ExpectedImage image) => new(image.ToString(), image.Tag.Text);

    private static LiveApp? App(ExpectedService service) => service switch
    {
        ExpectedBlueGreenApp app => new LiveApp(
            app.Name,
            "Multiple",
            [Tagged(app.Slots.Single(slot => slot.IsNewest).Image)],
            [.. app.Slots.Where(slot => slot.Share is not null).Select(Row)],
            [.. app.Slots.Select(slot => new LiveRevision(slot.Name, true, [Tagged(slot.Image)]))]),
        ExpectedWorker worker => new LiveApp(worker.Name, "Single", [Tagged(worker.Image)], [], []),
        _ => null,
    };

    private static LiveTraffic Row(ExpectedRevision slot) =>
        new(slot.Name, null, slot.Share!.Weight, Domain.Releases.Slots.Name(slot.Slot));

    private static LiveSite Site(ExpectedSite site) => new(
        site.Name,
        Tagged(site.Image),
        site.Slot is { Percent: > 0 } served ? [new LiveRampUp(served.Name, served.Percent)] : [],
        site.Slot is { } slot ? [new LiveSlot(slot.Name, Tagged(slot.Image))] : []);
}
