using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Preview;

/// <summary>Everything that a preview says, before it has a form.</summary>
/// <param name="Applied">Whether anything was applied before.</param>
/// <param name="Resources">In the order of their URNs.</param>
/// <param name="Problems">Why these changes must not be applied.</param>
internal sealed record PreviewView(
    string Stack,
    string Engine,
    string Sdk,
    string StateLocation,
    bool Applied,
    ImmutableArray<ReleaseRow> Release,
    ImmutableArray<ResourceChange> Resources,
    ImmutableArray<Problem> Problems,
    TimeSpan Elapsed)
{
    /// <summary>Of everything that has a URN, as machines count.</summary>
    public ChangeCounts Counts { get; } = ChangeCounts.Of(Resources);

    /// <summary>Of what is something in Azure, as people count.</summary>
    public ChangeCounts AzureCounts { get; } = ChangeCounts.Of(Resources.Where(change => !change.Resource.IsComponent));
}
