using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Rehearsal.Jobs;

namespace ReleaseInfra.Cli.Rehearse.World;

/// <summary>What a world is to be like.</summary>
/// <param name="Machine">Whose world it is; its keys end with the rehearsal.</param>
/// <param name="Commands">By service: what runs in the place of its image.</param>
/// <param name="Watch">The machine's clock, by which real requests and processes take their time.</param>
/// <param name="Home">Folder in which commands are started.</param>
internal sealed record WorldPlan(
    RehearsalFolder Folder,
    Machine Machine,
    RehearsalScript Script,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Commands,
    string Home,
    ImmutableArray<RehearsalFault> Faults,
    int Seed,
    TimeProvider Watch)
{
    public IJobOutcomes Jobs { get; init; } = new OneMinute();

    /// <summary>That commands get beside their service's own.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public EnvironmentSettings Settings => Script.Settings;

    public ImageTag Tag => Script.Request.Tag;

    /// <summary>Azure's name of each service's app or site.</summary>
    public ImmutableSortedDictionary<string, string> Apps { get; } = Script.Settings.Services.Values.ToImmutableSortedDictionary(
        service => service.Name, service => NameOf(Script.Settings, service.Name).Value, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ImmutableArray<string>> CommandsByApp =>
        Commands.ToDictionary(command => Apps[command.Key], command => command.Value, StringComparer.Ordinal);

    public IEnumerable<string> Repositories =>
        Settings.Services.Values.Select(service => service.Image).Concat(Settings.Migration is { } migration ? [migration.Image] : []);

    /// <summary>Everything that the configuration names, and what is released.</summary>
    public IEnumerable<ImageTag> Tags => Settings.Release.Services.Values.SelectMany(TagsOf).Append(Tag).Distinct();

    /// <summary>What Azure will call the new versions of services that have slots.</summary>
    public IReadOnlySet<string> NewVersions => Script.Plan.Begins.Changes
        .Where(change => change.Slot is not null)
        .Select(change => RevisionNames.Full(NameOf(Settings, change.Service), change.Slot!.Value, Tag, change.Revision))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Azure's names of the apps and sites that get a new version.</summary>
    public IReadOnlySet<string> Released => Script.Plan.Begins.Changes
        .Select(change => Apps.GetValueOrDefault(change.Service))
        .OfType<string>()
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool IsHealth(string app, string path) => HealthPaths.GetValueOrDefault(app) == path;

    private IReadOnlyDictionary<string, string> HealthPaths => field ??= Settings.Services.Values
        .Select(service => (App: Apps[service.Name], Path: service switch
        {
            ContainerAppSettings { Ingress: { } ingress } => ingress.HealthPath,
            AppServiceSettings site => site.HealthPath,
            _ => null,
        }))
        .Where(pair => pair.Path is not null)
        .ToDictionary(pair => pair.App, pair => pair.Path!, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<ImageTag> TagsOf(ServiceRelease release) => release switch
    {
        RollingRelease rolling => [rolling.Tag],
        BlueGreenRelease slots => new[] { slots.Blue.Tag, slots.Green.Tag }.OfType<ImageTag>(),
        _ => throw new InvalidOperationException($"{release.GetType().Name} is no release of a service."),
    };

    private static AzureName NameOf(EnvironmentSettings settings, string service) => settings.Services[service] switch
    {
        ContainerAppSettings => settings.Names().ContainerApp(service),
        AppServiceSettings => settings.Names().Site(service),
        _ => throw new InvalidOperationException($"{service} is hosted in a way that is not known."),
    };

    private sealed class OneMinute : IJobOutcomes
    {
        public JobOutcome Of(string jobId, string execution) => new JobEnds(Succeeds: true, TimeSpan.FromMinutes(1));
    }
}
