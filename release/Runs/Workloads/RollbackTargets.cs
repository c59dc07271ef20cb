using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>What configuration says of the versions that a release may return to.</summary>
internal sealed class RollbackTargets(EnvironmentSettings settings, AzureNames names, AzureGroup group, bool migrates)
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    public RollbackTarget Revision(ContainerAppSettings app, string revision) => new(group.ContainerApp(names.ContainerApp(app.Name).Value), revision)
    {
        Concurrent = app.Ingress?.ConcurrentRequests ?? 1,
        Minimum = app.Replicas.Minimum,
        Secrets = Secrets(app),
        Schema = Schema(),
        Expected = settings.Rollout.Expected.GetValueOrDefault(app.Name) is { } expected
            // As long as one may take while all is well.
            ? new ExpectedLoad((double)expected.RequestsPerSecond, TimeSpan.FromMilliseconds(settings.Rollout.WatchAt.P95Milliseconds))
            : null,
    };

    /// <param name="slot">That has the old version.</param>
    public SiteTarget Site(AppServiceSettings site, Slot slot) => new(group.Site(names.Site(site.Name).Value))
    {
        Slot = slot == Slot.Blue ? null : slot.Name(),
        HealthPath = site.HealthPath,
        AnswersWithin = AnswersWithin,
        Secrets = Secrets(site),
        Schema = Schema(),
    };

    public InPlaceTarget InPlace(ServiceSettings service, ImageTag tag) => new($"{service.Name} {tag}", names.ImageOf(service.Image, tag))
    {
        Secrets = Secrets(service),
        Schema = Schema(),
    };

    private static ImmutableArray<NeededSecret> Secrets(ServiceSettings service) =>
    [
        .. service.Secrets.Values.Select(secret => secret switch
        {
            KeptSecret kept => new NeededSecret(kept.Name, kept.Version),
            ProgramSecret made => new NeededSecret(made.Name, null),
            _ => throw new ArgumentException($"Unknown reference {secret.GetType().Name}.", nameof(service)),
        }),
    ];

    private Fact<SchemaStanding> Schema() => SchemaStanding.Of(migrates ? settings.Migration : null, settings.Stack);
}
