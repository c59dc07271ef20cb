using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Running.Probes;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Running.Versions;

/// <summary>A version that has to run, and how Azure finds out that it does.</summary>
/// <param name="Platform">Variables that Azure itself sets.</param>
internal sealed record WantedVersion(
    Place Place, RunnableVersion Version, VersionProbes Probes, ImmutableSortedDictionary<string, string> Platform)
{
    /// <summary>All of them: every active revision, every site, every slot. One process stands for all replicas of each.</summary>
    public static ImmutableArray<WantedVersion> AllIn(AzureState state) =>
        [.. RevisionVersions.AllIn(state), .. SiteVersions.AllIn(state)];
}
