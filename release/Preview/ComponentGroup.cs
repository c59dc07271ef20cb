using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;

namespace ReleaseInfra.Cli.Preview;

/// <summary>What changes under one component. Components themselves are nothing in Azure and have no line of their own.</summary>
/// <param name="Path">Names from the stack downward; empty directly under the stack.</param>
internal sealed record ComponentGroup(string Path, ImmutableArray<ResourceChange> Changes)
{
    /// <summary>Groups with changes, in the order of their paths.</summary>
    public static ImmutableArray<ComponentGroup> Of(IEnumerable<ResourceChange> changes)
    {
        var all = changes.ToList();
        var byUrn = all.ToDictionary(change => change.Resource.Urn, change => change.Resource, StringComparer.Ordinal);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. all
                .Where(change => change.Operation != Operation.Same && !change.Resource.IsComponent)
                .GroupBy(change => PathOf(change.Resource.Parent, byUrn, paths))
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ComponentGroup(group.Key, [.. group])),
        ];
    }

    private static string PathOf(
        string? urn,
        Dictionary<string, StackResource> byUrn,
        Dictionary<string, string> paths)
    {
        if (urn is null || !byUrn.TryGetValue(urn, out var parent))
            return "";
        if (paths.TryGetValue(urn, out var known))
            return known;

        var above = PathOf(parent.Parent, byUrn, paths);
        return paths[urn] = above is "" ? parent.Name : $"{above} / {parent.Name}";
    }
}
