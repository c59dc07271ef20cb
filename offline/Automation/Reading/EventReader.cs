using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Events;

namespace Pulumi.Automation.Reading;

/// <summary>Events as they stand in the executable's log.</summary>
internal static class EventReader
{
    public static EngineEvent Read(JsonElement line) => new()
    {
        DiagnosticEvent = line.Find("diagnosticEvent") is { } diagnostic ? Diagnostic(diagnostic) : null,
        SummaryEvent = line.Find("summaryEvent") is { } summary ? new SummaryEvent(Words.Changes(summary.GetProperty("resourceChanges"))) : null,
        ResourcePreEvent = line.Find("resourcePreEvent") is { } begun ? new ResourcePreEvent(Step(begun)) : null,
        ResourceOutputsEvent = line.Find("resOutputsEvent") is { } done ? new ResourceOutputsEvent(Step(done)) : null,
    };

    private static DiagnosticEvent Diagnostic(JsonElement diagnostic) => new(
        diagnostic.Find("urn")?.GetString(),
        diagnostic.GetProperty("message").GetString()!,
        diagnostic.GetProperty("severity").GetString()!);

    private static StepEventMetadata Step(JsonElement step)
    {
        var metadata = step.GetProperty("metadata");
        return new StepEventMetadata(
            Words.Operation(metadata.GetProperty("op").GetString()!),
            metadata.GetProperty("urn").GetString()!,
            metadata.GetProperty("type").GetString()!)
        {
            Old = metadata.Find("old") is { } old ? State(old) : null,
            New = metadata.Find("new") is { } now ? State(now) : null,
            Diffs = metadata.Find("diffs") is { } diffs ? [.. diffs.EnumerateArray().Select(key => key.GetString()!)] : null,
            DetailedDiff = metadata.Find("detailedDiff") is { } detailed
                ? detailed.EnumerateObject().ToImmutableDictionary(path => path.Name, path => Difference(path.Value), StringComparer.Ordinal)
                : null,
        };
    }

    private static StepEventStateMetadata State(JsonElement state) => new(
        state.GetProperty("type").GetString()!,
        state.GetProperty("urn").GetString()!)
    {
        Custom = state.Find("custom")?.GetBoolean(),
        Parent = state.Find("parent")?.GetString() ?? "",
        Protect = state.Find("protect")?.GetBoolean(),
        Inputs = PlainValues.Members(state.Find("inputs")),
        Outputs = PlainValues.Members(state.Find("outputs")),
    };

    private static PropertyDiff Difference(JsonElement difference) => new(
        Words.Difference(difference.GetProperty("diffKind").GetString()!),
        difference.Find("inputDiff")?.GetBoolean() ?? false);
}
