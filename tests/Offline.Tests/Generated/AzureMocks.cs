using System.Collections.Immutable;
using Pulumi.Testing;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>Gives back what it was given, with what the cloud would add, and keeps both kinds of call.</summary>
internal sealed class AzureMocks(ImmutableDictionary<string, object>? computed = null) : IMocks
{
    private readonly ImmutableDictionary<string, object> computed = computed ?? ImmutableDictionary<string, object>.Empty;
    private readonly List<MockResourceArgs> resources = [];
    private readonly List<MockCallArgs> calls = [];

    /// <summary>The only resource; more than one is a mistake in the test.</summary>
    public MockResourceArgs Resource => resources.Single();

    /// <summary>The only call; more than one is a mistake in the test.</summary>
    public MockCallArgs Call => calls.Single();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        resources.Add(args);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItems(computed)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        calls.Add(args);
        return Task.FromResult<object>(args.Args.SetItems(computed));
    }
}
