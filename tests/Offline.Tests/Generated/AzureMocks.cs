using System.Collections.Immutable;
using Pulumi.Testing;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>Gives back what it was given, with what the cloud would add, and keeps both kinds of call.</summary>
internal sealed class AzureMocks(ImmutableDictionary<string, object>? computed = null) : IMocks
{
    private readonly ImmutableDictionary<string, object> _computed = computed ?? ImmutableDictionary<string, object>.Empty;
    private readonly List<MockResourceArgs> _resources = [];
    private readonly List<MockCallArgs> _calls = [];

    /// <summary>The only resource; more than one is a mistake in the test.</summary>
    public MockResourceArgs Resource => _resources.Single();

    /// <summary>The only call; more than one is a mistake in the test.</summary>
    public MockCallArgs Call => _calls.Single();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Add(args);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItems(_computed)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Add(args);
        return Task.FromResult<object>(args.Args.SetItems(_computed));
    }
}
