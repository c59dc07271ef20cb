using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>One operation, as the backend's history has it.</summary>
public sealed class UpdateSummary
{
    internal UpdateSummary()
    {
    }

    public UpdateKind Kind { get; internal init; }

    public DateTimeOffset StartTime { get; internal init; }

    public string Message { get; internal init; } = "";

    /// <summary>Where it ran, as in <c>git.head</c> and <c>git.author</c>.</summary>
    public IImmutableDictionary<string, string> Environment { get; internal init; } = ImmutableDictionary<string, string>.Empty;

    public IImmutableDictionary<string, ConfigValue> Config { get; internal init; } = ImmutableDictionary<string, ConfigValue>.Empty;

    public UpdateState Result { get; internal init; }

    public DateTimeOffset EndTime { get; internal init; }

    /// <summary>Number of the update; some backends count none.</summary>
    public int? Version { get; internal init; }

    public IImmutableDictionary<OperationType, int>? ResourceChanges { get; internal init; }
}
