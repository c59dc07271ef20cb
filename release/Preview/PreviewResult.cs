using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Preview;

/// <summary>What became of looking at what a configuration would change.</summary>
internal abstract record PreviewResult
{
    private protected PreviewResult()
    {
    }
}

/// <summary>The configuration has problems, so that nothing could be compared.</summary>
internal sealed record NoPreview(ImmutableArray<Problem> Problems) : PreviewResult;

/// <param name="View">With problems where the plan must not be carried out.</param>
internal sealed record Previewed(PreviewView View, StackPlan Plan) : PreviewResult;
