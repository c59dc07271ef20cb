using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace ReleaseInfra.Offline.Tests.Fakes;

/// <summary>Notes what it is asked and gives back the inputs, or what it was told to give.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly ConcurrentQueue<MockCallArgs> _calls = new();

    public IReadOnlyList<MockResourceArgs> Resources => [.. _resources];

    public IReadOnlyList<MockCallArgs> Calls => [.. _calls];

    public Func<MockResourceArgs, Task<(string? Id, object State)>> Answer { get; init; }
        = args => Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

    public Func<MockCallArgs, object> CallAnswer { get; init; } = args => args.Args;

    public static RecordingMocks Giving(string? id, params (string Name, object Value)[] state)
        => new()
        {
            Answer = _ => Task.FromResult<(string?, object)>(
                (id, state.ToImmutableDictionary(field => field.Name, field => field.Value))),
        };

    public ImmutableDictionary<string, object> InputsOf(string name) => _resources.Single(args => args.Name == name).Inputs;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Answer(args)!;
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult(CallAnswer(args));
    }
}
