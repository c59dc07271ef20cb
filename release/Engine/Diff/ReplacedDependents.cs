using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>
/// What has to be replaced because something else is. Names in Azure are stated, so a replaced resource goes before it comes
/// again; whatever names it in a property that Azure does not change has to go with it.
/// </summary>
/// <param name="identity">The values that others name a resource by; none for what is not in Azure.</param>
internal sealed class ReplacedDependents(
    Func<string, string, bool> isImmutable,
    Func<StackResource, IReadOnlyCollection<string>> identity)
{
    /// <returns>The same changes, in the same order.</returns>
    public ImmutableArray<ResourceChange> Added(ImmutableArray<ResourceChange> changes)
    {
        var waiting = new Queue<StackResource>(changes.Where(IsReplacement).Select(change => change.Resource));
        if (waiting.Count == 0)
            return changes;

        var byUrn = changes.ToDictionary(change => change.Resource.Urn, StringComparer.Ordinal);
        var dependents = changes
            .Where(change => change.Operation != Operation.Delete)
            .SelectMany(change => change.Resource.Dependencies.Select(urn => (Needed: urn, change.Resource.Urn)))
            .ToLookup(pair => pair.Needed, pair => pair.Urn, StringComparer.Ordinal);
        while (waiting.TryDequeue(out var replaced))
        {
            var names = identity(replaced);
            foreach (var urn in dependents[replaced.Urn])
            {
                if (Replacement(byUrn[urn], names) is not { } change)
                    continue;
                byUrn[urn] = change;
                waiting.Enqueue(change.Resource);
            }
        }

        return [.. changes.Select(change => byUrn[change.Resource.Urn])];
    }

    /// <summary>Null for what stays, is new anyway, or is replaced already.</summary>
    private ResourceChange? Replacement(ResourceChange dependent, IReadOnlyCollection<string> names)
    {
        if (dependent.Resource.IsComponent || dependent.Operation is not (Operation.Same or Operation.Update))
            return null;

        PropertyChange[] lost =
        [
            .. InputLeaves.Of(dependent.Resource.Inputs)
                .Where(leaf => leaf.Value is TextValue text
                    && names.Contains(text.Value, StringComparer.OrdinalIgnoreCase)
                    && isImmutable(dependent.Resource.Type, leaf.Path))
                .Select(leaf => new PropertyChange(leaf.Path, leaf.Value, UnknownValue.Instance, ForcesReplacement: true)),
        ];
        return lost is []
            ? null
            : dependent with { Operation = Operation.Replace, Changes = [.. dependent.Changes, .. lost] };
    }

    private static bool IsReplacement(ResourceChange change) => change.Operation == Operation.Replace;
}
