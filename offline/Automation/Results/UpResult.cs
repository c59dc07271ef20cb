using System.Collections.Immutable;

namespace Pulumi.Automation;

public sealed class UpResult : UpdateResult
{
    internal UpResult(
        string standardOutput,
        string standardError,
        UpdateSummary summary,
        IImmutableDictionary<string, OutputValue> outputs)
        : base(standardOutput, standardError, summary) => Outputs = outputs;

    public IImmutableDictionary<string, OutputValue> Outputs { get; }
}
