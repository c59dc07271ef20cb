using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>What an app is, beyond what was asked for.</summary>
/// <param name="Revisions">In the order of creation, the newest last.</param>
/// <param name="LatestReady">The newest revision that was ever healthy; null before the first.</param>
/// <param name="Created">How many revisions there ever were, the deleted ones too.</param>
/// <param name="Failed">Whether the last operation failed.</param>
internal sealed record ContainerAppState(ImmutableArray<Revision> Revisions, string? LatestReady, int Created, bool Failed)
{
    public static readonly ContainerAppState New = new([], null, 0, Failed: false);

    public Revision? Latest => Revisions.LastOrDefault();

    public Revision? Find(string name) =>
        Revisions.FirstOrDefault(revision => revision.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public ContainerAppState With(Revision changed) =>
        this with { Revisions = [.. Revisions.Select(revision => revision.Number == changed.Number ? changed : revision)] };
}
