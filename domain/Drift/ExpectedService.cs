using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Drift;

/// <summary>What the configuration says that a service is in Azure, as far as a release touches it.</summary>
/// <param name="Name">Of the app, job or site.</param>
public abstract record ExpectedService
{
    private protected ExpectedService(string service, string type, string name) =>
        (Service, Type, Name) = (service, type, name);

    public string Service { get; }

    public string Name { get; }

    /// <summary>As in <c>containerApps/app-web-prod</c>.</summary>
    public string Resource => $"{Type[(Type.IndexOf('/', StringComparison.Ordinal) + 1)..]}/{Name}";

    /// <summary>Azure's type of the resource.</summary>
    public string Type { get; }
}

/// <param name="Slots">Those that have a tag, blue first.</param>
public sealed record ExpectedBlueGreenApp(string Service, string Name, ImmutableArray<ExpectedRevision> Slots)
    : ExpectedService(Service, AzureTypes.ContainerApp, Name);

public sealed record ExpectedWorker(string Service, string Name, ExpectedImage Image)
    : ExpectedService(Service, AzureTypes.ContainerApp, Name);

public sealed record ExpectedJob(string Service, string Name, ExpectedImage Image)
    : ExpectedService(Service, AzureTypes.Job, Name);

/// <param name="Slot">Null where the plan has no slots, or green was never released to.</param>
public sealed record ExpectedSite(string Service, string Name, ExpectedImage Image, ExpectedSlot? Slot)
    : ExpectedService(Service, AzureTypes.Site, Name);

/// <param name="Percent">0..100 of the site's requests.</param>
public sealed record ExpectedSlot(string Name, ExpectedImage Image, int Percent);

/// <param name="Name">Full.</param>
/// <param name="Share">Its row of the traffic; null for a slot that is served nothing, and not being prepared either.</param>
/// <param name="IsNewest">Whether the app's template is its.</param>
public sealed record ExpectedRevision(Slot Slot, string Name, ExpectedImage Image, TrafficShare? Share, bool IsNewest);
