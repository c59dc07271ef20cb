using System.Collections.Immutable;

namespace Pulumi.Automation;

public sealed class PreviewResult
{
    internal PreviewResult(string standardOutput, string standardError, IImmutableDictionary<OperationType, int> changeSummary) =>
        (StandardOutput, StandardError, ChangeSummary) = (standardOutput, standardError, changeSummary);

    public string StandardOutput { get; }

    public string StandardError { get; }

    public IImmutableDictionary<OperationType, int> ChangeSummary { get; }
}
