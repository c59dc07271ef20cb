using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Preview;

/// <summary>What only the difference to the last template shows to be wrong with a release.</summary>
internal static class TemplateProblems
{
    // One new variable moves all that come after it; the preview has every path.
    private const int MostPaths = 4;

    /// <param name="running">The release that the changes start from.</param>
    /// <param name="place">Of a service's slot in the release.</param>
    public static ImmutableArray<Problem> In(
        IEnumerable<ResourceChange> changes,
        ReleaseSettings running,
        Func<string, Slot, Place> place)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var reused in ReusedRevision.In(changes))
        {
            if (running.Services.GetValueOrDefault(reused.Service) is not BlueGreenRelease release
                || release[release.Newest].Tag is not { } tag)
            {
                throw new InvalidOperationException($"{reused.Service} has revisions, and the release that runs knows none of them.");
            }

            problems.Add(ReleaseProblems.TemplateOfExistingRevision(
                place(reused.Service, release.Newest),
                reused.Service,
                reused.Revision,
                Shortened(reused.Changed),
                tag,
                SameTagAgain.After(release)));
        }

        return problems.ToImmutable();
    }

    private static ImmutableArray<string> Shortened(ImmutableArray<string> paths) => paths.Length <= MostPaths
        ? paths
        : [.. paths[..MostPaths], $"and {paths.Length - MostPaths} more properties"];
}
