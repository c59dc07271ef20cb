using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Preview;

/// <summary>Everything that a preview says, before it has a form.</summary>
/// <param name="Applied">What was applied before.</param>
/// <param name="Resources">In the order of their URNs.</param>
/// <param name="Problems">Why these changes must not be applied.</param>
internal sealed record PreviewView(
    string Stack,
    string Engine,
    string Sdk,
    string StateLocation,
    AppliedBefore Applied,
    ImmutableArray<ReleaseRow> Release,
    ImmutableArray<ResourceChange> Resources,
    ImmutableArray<Problem> Problems,
    TimeSpan Elapsed)
{
    /// <summary>What somebody who goes on has to know; sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public static PreviewView Of(StackPlan plan, Workbench workbench, ImmutableArray<Problem> problems, TimeSpan elapsed) => new(
        plan.Stack.Name,
        workbench.Engine.Name,
        workbench.Sdk,
        workbench.Engine.StateLocation(plan.Stack),
        plan.From switch
        {
            null => AppliedBefore.Nothing,
            { IsFinished: true } => AppliedBefore.Everything,
            _ => AppliedBefore.APart,
        },
        ReleaseRow.Between(plan.From?.Release, plan.Release),
        plan.Changes,
        problems,
        elapsed)
    {
        Notes = [.. plan.From?.Notes ?? [], .. plan.Notes],
    };

    /// <summary>Where the configuration allows none: no resources, all problems.</summary>
    public static PreviewView Of(string stack, Workbench workbench, NoPreview none) =>
        new(stack, workbench.Engine.Name, workbench.Sdk, "", AppliedBefore.Nothing, [], [], none.Problems, TimeSpan.Zero);

    /// <summary>Of everything that has a URN, as machines count.</summary>
    public ChangeCounts Counts { get; } = ChangeCounts.Of(Resources);

    /// <summary>Of what is something in Azure, as people count.</summary>
    public ChangeCounts AzureCounts { get; } = ChangeCounts.Of(Resources.Where(change => !change.Resource.IsComponent));
}

internal enum AppliedBefore
{
    Nothing,

    /// <summary>The last update did not get to its end.</summary>
    APart,
    Everything,
}
