using System.Collections.Immutable;
using Pulumi.Automation;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Domain.Releases;
using AutomationKind = Pulumi.Automation.UpdateKind;
using UpdateKind = ReleaseInfra.Cli.Engine.History.UpdateKind;

namespace ReleaseInfra.Cli.Engine.Automation.History;

/// <summary>The backend's own history: also of updates that somebody made with <c>pulumi up</c>.</summary>
/// <param name="readRelease">From the release's JSON in a configuration; null for what is none.</param>
internal sealed class BackendHistory(Func<string, ReleaseSettings?> readRelease)
{
    private const string ReleaseKey = "release-infra:release";
    private const string LocationKey = "azure-native:location";
    private const int PageSize = 100;

    /// <summary>What changed something in Azure, the newest first. Refreshes, imports and renames only change the state.</summary>
    public static async Task<ImmutableArray<UpdateSummary>> ReadAsync(WorkspaceStack stack, CancellationToken cancellation)
    {
        var updates = ImmutableArray.CreateBuilder<UpdateSummary>();
        for (var page = 1; ; page++)
        {
            var read = await stack.GetHistoryAsync(
                new HistoryOptions { Page = page, PageSize = PageSize, ShowSecrets = false }, cancellation);
            updates.AddRange(read.Where(update => update.Kind is AutomationKind.Update or AutomationKind.Destroy));
            if (read.Count < PageSize)
                return updates.ToImmutable();
        }
    }

    /// <param name="newestFirst">As they were read.</param>
    /// <returns>The oldest first.</returns>
    public ImmutableArray<StackUpdate> Updates(ImmutableArray<UpdateSummary> newestFirst)
    {
        var updates = ImmutableArray.CreateBuilder<StackUpdate>(newestFirst.Length);
        ReleaseSettings? before = null;
        foreach (var summary in newestFirst.Reverse())
        {
            var after = ReleaseOf(summary);
            updates.Add(Update(summary, updates.Count + 1, before, after ?? before));
            if (summary.Result == UpdateState.Succeeded)
                before = after ?? before;
        }

        return updates.MoveToImmutable();
    }

    /// <summary>Nothing after a destruction; null where the backend did not keep the release.</summary>
    public ReleaseSettings? ReleaseOf(UpdateSummary update) => update.Kind == AutomationKind.Destroy
        ? ReleaseSettings.None
        : update.Config.TryGetValue(ReleaseKey, out var release) && !release.IsSecret ? readRelease(release.Value) : null;

    public static string LocationOf(UpdateSummary update) =>
        update.Config.TryGetValue(LocationKey, out var location) && !location.IsSecret ? location.Value : "";

    private static StackUpdate Update(UpdateSummary summary, int number, ReleaseSettings? before, ReleaseSettings? after) => new(
        summary.Version ?? number,
        summary.Kind == AutomationKind.Destroy ? UpdateKind.Destroy : UpdateKind.Up,
        UpdateMessage.OperatorIn(summary.Message) ?? summary.Environment.GetValueOrDefault("git.committer", "unknown"),
        summary.StartTime,
        after is null ? [] : ReleaseRow.Between(before, after),
        Counts(summary),
        End(summary));

    private static ChangeCounts Counts(UpdateSummary summary)
    {
        int Count(OperationType step) => summary.ResourceChanges?.GetValueOrDefault(step) ?? 0;
        return new ChangeCounts(
            Count(OperationType.Create) + Count(OperationType.Import),
            Count(OperationType.Update),
            Math.Max(Count(OperationType.Replace), Count(OperationType.CreateReplacement)),
            Count(OperationType.Delete),
            Count(OperationType.Same));
    }

    private static UpdateEnd End(UpdateSummary summary)
    {
        var counts = Counts(summary);
        return summary.Result switch
        {
            UpdateState.Succeeded => new Succeeded(summary.EndTime),
            UpdateState.Failed => new Failed(
                summary.EndTime, counts.Create + counts.Update + counts.Replace + counts.Delete, "the backend keeps no reason"),
            _ => new NotEnded(),
        };
    }
}
