using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Events;

namespace Pulumi.Automation.Reading;

/// <summary>The executable's words for what the SDK has names for.</summary>
internal static class Words
{
    public static OperationType Operation(string word) => word switch
    {
        "same" => OperationType.Same,
        "create" => OperationType.Create,
        "update" => OperationType.Update,
        "delete" => OperationType.Delete,
        "replace" => OperationType.Replace,
        "create-replacement" => OperationType.CreateReplacement,
        "delete-replaced" => OperationType.DeleteReplaced,
        "read" => OperationType.Read,
        "read-replacement" => OperationType.ReadReplacement,
        "refresh" => OperationType.Refresh,
        "discard" => OperationType.ReadDiscard,
        "discard-replaced" => OperationType.DiscardReplaced,
        "remove-pending-replace" => OperationType.RemovePendingReplace,
        "import" => OperationType.Import,
        "import-replacement" => OperationType.ImportReplacement,
        _ => OperationType.Unknown,
    };

    public static IImmutableDictionary<OperationType, int> Changes(JsonElement counts) => counts.EnumerateObject()
        .GroupBy(count => Operation(count.Name))
        .ToImmutableDictionary(same => same.Key, same => same.Sum(count => count.Value.GetInt32()));

    public static DiffKind Difference(string word) => word switch
    {
        "add" => DiffKind.Add,
        "add-replace" => DiffKind.AddReplace,
        "delete" => DiffKind.Delete,
        "delete-replace" => DiffKind.DeleteReplace,
        "update" => DiffKind.Update,
        "update-replace" => DiffKind.UpdateReplace,
        _ => throw new InvalidOperationException($"Invalid diff kind: {word}"),
    };

    public static UpdateKind Kind(string word) => word switch
    {
        "update" => UpdateKind.Update,
        "preview" => UpdateKind.Preview,
        "refresh" => UpdateKind.Refresh,
        "rename" => UpdateKind.Rename,
        "destroy" => UpdateKind.Destroy,
        "import" => UpdateKind.Import,
        "resource-import" => UpdateKind.ResourceImport,
        _ => throw new InvalidOperationException($"'{word}' is not a valid UpdateKind"),
    };

    public static UpdateState Result(string word) => word switch
    {
        "not-started" => UpdateState.NotStarted,
        "in-progress" => UpdateState.InProgress,
        "succeeded" => UpdateState.Succeeded,
        "failed" => UpdateState.Failed,
        _ => throw new InvalidOperationException($"Invalid update result: {word}"),
    };
}
