using System.Collections.Immutable;
using Pulumi.Automation;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine.Automation.History;

/// <summary>What the last update that succeeded has released, by the configuration that the backend kept with it.</summary>
/// <param name="Location">Azure's, for resources that state none; empty where it is not known.</param>
/// <param name="IsFinished">False where a later update did not succeed.</param>
/// <param name="Notes">Why the release is not known, where it is not.</param>
internal sealed record LastRelease(ReleaseSettings Release, string Location, bool IsFinished, ImmutableArray<string> Notes)
{
    private const string Consequence = "What may follow it is not judged: compare tags and weights with what runs.";

    private const string NotTheLast =
        "The last update did not succeed. What may follow is judged by the one before it that did; a service that it had reached runs more.";

    public static LastRelease Of(BackendHistory history, ImmutableArray<UpdateSummary> newestFirst)
    {
        var finished = newestFirst is [{ Result: UpdateState.Succeeded }, ..];
        if (newestFirst.FirstOrDefault(update => update.Result == UpdateState.Succeeded) is not { } last)
            return new LastRelease(ReleaseSettings.None, "", finished, [$"The backend has no update of this stack that succeeded. {Consequence}"]);

        var location = BackendHistory.LocationOf(last);
        return history.ReleaseOf(last) is { } release
            ? new LastRelease(release, location, finished, finished ? [] : [NotTheLast])
            : new LastRelease(ReleaseSettings.None, location, finished, [$"The backend kept no release with the last update. {Consequence}"]);
    }
}
