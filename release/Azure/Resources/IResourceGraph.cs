using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Azure.Resources;

internal interface IResourceGraph
{
    /// <summary>All of a group, of the given types; a resource may show up there up to some minutes late.</summary>
    /// <param name="types">As in <c>Microsoft.App/containerApps</c>.</param>
    Task<ImmutableArray<FoundResource>> ListAsync(AzureGroup group, ImmutableArray<string> types, CancellationToken cancellation);
}

/// <param name="Type">In the graph's spelling, which is lower-case.</param>
internal sealed record FoundResource(string Id, string Name, string Type);
