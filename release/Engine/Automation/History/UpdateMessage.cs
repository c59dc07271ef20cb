using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Engine.Automation.History;

/// <summary>What the backend's history says of an update, so that it is an audit trail of its own.</summary>
internal static class UpdateMessage
{
    private const string By = ", by ";

    /// <summary>As in <c>release v1.2.3: web green 10%, by ann@laptop</c>.</summary>
    public static string Of(StackPlan plan, string user) => $"{What(plan)}{By}{user}";

    /// <summary>Null in a message of somebody else's.</summary>
    public static string? OperatorIn(string message) =>
        message.LastIndexOf(By, StringComparison.Ordinal) is >= 0 and var at ? message[(at + By.Length)..] : null;

    private static string What(StackPlan plan)
    {
        if (plan.Release.Services.IsEmpty)
            return "destroy";
        var rows = ReleaseRow.Between(plan.From?.Release, plan.Release).Where(Arrives).ToImmutableArray();
        return rows.IsEmpty
            ? $"configuration: {ChangeCounts.Of(plan.Pending).Text()}"
            : $"release {string.Join("; ", rows.GroupBy(row => row.To!.TagText).Select(Of))}";
    }

    /// <summary>A version that comes or gains traffic is news; the one that it takes it from is not.</summary>
    private static bool Arrives(ReleaseRow row) => row is { To: not null } && (row.From is null
        || row.From.TagText != row.To.TagText
        || row.To.Weight > row.From.Weight);

    private static string Of(IGrouping<string, ReleaseRow> tag) => $"{tag.Key}: {string.Join(", ", tag.Select(Of))}";

    private static string Of(ReleaseRow row) =>
        string.Join(' ', new[] { row.Service, row.SlotText, row.To!.WeightText }.Where(part => part.Length > 0));
}
