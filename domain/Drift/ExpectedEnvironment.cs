using System.Collections.Immutable;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Drift;

/// <param name="Services">In the order of their names, the migration last.</param>
public sealed record ExpectedEnvironment(string Stack, string ResourceGroup, ImmutableArray<ExpectedService> Services)
{
    private const string Migration = "migration";

    public static ExpectedEnvironment Of(EnvironmentSettings settings)
    {
        var names = settings.Names();
        var services = settings.Services.Values.Select(service => Service(names, service, settings.Release.Services[service.Name]));
        return new ExpectedEnvironment(
            settings.Stack.Name,
            names.ResourceGroup.Value,
            settings.Migration is { } migration ? [.. services, Job(names, migration, settings.Release)] : [.. services]);
    }

    private static ExpectedService Service(AzureNames names, ServiceSettings service, ServiceRelease release) => (service, release) switch
    {
        (ContainerAppSettings, BlueGreenRelease both) => App(names, service, both),
        (ContainerAppSettings, RollingRelease one) =>
            new ExpectedWorker(service.Name, names.ContainerApp(service.Name).Value, Image(names, service.Image, one.Tag)),
        (AppServiceSettings, BlueGreenRelease both) => Site(names, service, both),
        (AppServiceSettings, RollingRelease one) =>
            new ExpectedSite(service.Name, names.Site(service.Name).Value, Image(names, service.Image, one.Tag), Slot: null),
        _ => throw new ArgumentException($"{service.Name} is hosted or released in a way that is not known.", nameof(service)),
    };

    private static ExpectedBlueGreenApp App(AzureNames names, ServiceSettings service, BlueGreenRelease release)
    {
        var app = names.ContainerApp(service.Name);
        var shares = TrafficShare.Of(app, release);
        return new ExpectedBlueGreenApp(
            service.Name,
            app.Value,
            [
                .. from slot in (Slot[])[Slot.Blue, Slot.Green]
                   let held = release[slot]
                   let tag = held.Tag
                   where tag is not null
                   select new ExpectedRevision(
                       slot,
                       RevisionNames.Full(app, slot, tag, held.Revision),
                       Image(names, service.Image, tag),
                       shares.FirstOrDefault(share => share.Slot == slot),
                       slot == release.Newest),
            ]);
    }

    private static ExpectedSite Site(AzureNames names, ServiceSettings service, BlueGreenRelease release)
    {
        var blue = release.Blue.Tag
            ?? throw new ArgumentException($"{service.Name}: blue is the site itself and has no tag.", nameof(release));
        var slot = release.Green.Tag is { } green
            ? new ExpectedSlot(Slot.Green.Name(), Image(names, service.Image, green), release.Green.Weight)
            : null;
        return new ExpectedSite(service.Name, names.Site(service.Name).Value, Image(names, service.Image, blue), slot);
    }

    private static ExpectedJob Job(AzureNames names, MigrationSettings migration, ReleaseSettings release) =>
        release.Services[Migration] is RollingRelease one
            ? new ExpectedJob(Migration, names.MigrationJob.Value, Image(names, migration.Image, one.Tag))
            : throw new ArgumentException("The migration runs to its end, so its release has one tag and no slots.", nameof(release));

    private static ExpectedImage Image(AzureNames names, string repository, ImageTag tag) => new(names.Registry.Value, repository, tag);
}
