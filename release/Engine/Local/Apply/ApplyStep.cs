using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Diff;

namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>One call to Azure, or none for what is not there.</summary>
internal abstract record ApplyStep
{
    private protected ApplyStep()
    {
    }

    /// <summary>In the order in which they can be done: what makes room first, what is needed no longer last.</summary>
    public static IEnumerable<ApplyStep> Of(StackPlan plan)
    {
        var before = plan.From?.Resources ?? [];
        var goneLast = ResourceOrder.Of(before).Reverse().ToImmutableArray();
        var byUrn = plan.Changes.ToDictionary(change => change.Resource.Urn, StringComparer.Ordinal);

        return Deletions(Operation.Replace, isChange: false)
            .Concat(Made())
            .Concat(Deletions(Operation.Delete, isChange: true));

        IEnumerable<ApplyStep> Deletions(Operation operation, bool isChange) => goneLast
            .Where(old => byUrn[old.Urn].Operation == operation)
            .Select(old => new DeleteStep(old, isChange ? byUrn[old.Urn] : null));

        IEnumerable<ApplyStep> Made()
        {
            StackResource[] after = [.. plan.Changes.Where(change => change.Operation != Operation.Delete).Select(change => change.Resource)];
            return ResourceOrder.Of(after).Select(resource => new PutStep(byUrn[resource.Urn]));
        }
    }
}

/// <param name="Change">Null where it only makes room for its replacement, which is the change.</param>
internal sealed record DeleteStep(StackResource Old, ResourceChange? Change) : ApplyStep;

/// <summary>Creates the resource or makes it what is declared; notes it where it already is.</summary>
internal sealed record PutStep(ResourceChange Change) : ApplyStep;
