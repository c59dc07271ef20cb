using System.Collections.Immutable;
using Pulumi.Testing;

namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>A first preview: nothing exists, so nothing that Azure computes is known, and nothing can be asked for.</summary>
public sealed class PreviewMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
        Task.FromResult<(string?, object)>((null, ImmutableDictionary<string, object>.Empty));

    // Of the calls only this one needs nothing that the program makes.
    public Task<object> CallAsync(MockCallArgs args) => args.Token == "azure-native:authorization:getClientConfig"
        ? new RecordingMocks().CallAsync(args)
        : throw new NotSupportedException($"{args.Token} was called although what it asks about does not exist yet.");
}
