using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Diff;

/// <summary>What turns one set of resources into another.</summary>
internal sealed class StackDiff(Func<string, string, bool> isImmutable)
{
    /// <param name="before">What exists.</param>
    /// <param name="after">What is declared.</param>
    /// <param name="ignored">Paths, by URN, that the program leaves to others.</param>
    /// <returns>In ordinal order of the URNs.</returns>
    public ImmutableArray<ResourceChange> Between(
        IEnumerable<StackResource> before,
        IEnumerable<StackResource> after,
        IReadOnlyDictionary<string, ImmutableArray<string>> ignored)
    {
        var existing = before.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var changes = new List<ResourceChange>(existing.Count);
        foreach (var resource in after)
        {
            changes.Add(existing.Remove(resource.Urn, out var old)
                ? Compare(old, resource, ignored.GetValueOrDefault(resource.Urn, []))
                : new ResourceChange(resource, Operation.Create, Created(resource)));
        }

        changes.AddRange(existing.Values.Select(gone => new ResourceChange(gone, Operation.Delete, [])));
        changes.Sort((left, right) => string.CompareOrdinal(left.Resource.Urn, right.Resource.Urn));
        return [.. changes];
    }

    private ResourceChange Compare(StackResource before, StackResource declared, ImmutableArray<string> ignored)
    {
        var after = declared with { Inputs = IgnoredInputs.Keep(before.Inputs, declared.Inputs, ignored) };
        var properties = InputDiff.Between(before.Inputs, after.Inputs)
            .Select(change => change with { ForcesReplacement = isImmutable(after.Type, change.Path) })
            .ToImmutableArray();

        var operation = properties switch
        {
            [] => Operation.Same,
            _ when properties.Any(change => change.ForcesReplacement) => Operation.Replace,
            _ => Operation.Update,
        };
        return new ResourceChange(after, operation, properties);
    }

    private static ImmutableArray<PropertyChange> Created(StackResource resource)
    {
        var created = ImmutableArray.CreateBuilder<PropertyChange>(resource.Inputs.Entries.Length);
        foreach (var (key, value) in resource.Inputs.Entries)
            created.Add(new PropertyChange(key, null, value, ForcesReplacement: false));

        return created.MoveToImmutable();
    }
}
