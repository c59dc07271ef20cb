using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>
/// Records what a program declares: echoes the inputs, adds only what Azure computes, and fails on a type or a call that
/// it does not know.
/// </summary>
public sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentBag<(string Type, string Name, ImmutableDictionary<string, object> Inputs)> _registered = [];

    /// <summary>Complete once the run has ended; in no order.</summary>
    public IReadOnlyCollection<(string Type, string Name, ImmutableDictionary<string, object> Inputs)> Registered => _registered;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var (type, name) = (args.Type ?? "", args.Name ?? "");
        _registered.Add((type, name, args.Inputs));
        if (type.StartsWith("release-infra:", StringComparison.Ordinal))
            return Task.FromResult<(string?, object)>((null, args.Inputs));

        var (id, computed) = ComputedByAzure.For(type, name, args.Inputs);
        return Task.FromResult<(string?, object)>((id, args.Inputs.SetItems(computed)));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "azure-native:authorization:getClientConfig" => Result(
            ("clientId", "11111111-0000-0000-0000-000000000000"),
            ("objectId", "22222222-0000-0000-0000-000000000000"),
            ("subscriptionId", ComputedByAzure.Subscription),
            ("tenantId", "33333333-0000-0000-0000-000000000000")),
        "azure-native:redisenterprise:listDatabaseKeys" or "azure-native:redis:listRedisKeys" => Result(
            ("primaryKey", Canary.For("cache-key")),
            ("secondaryKey", Canary.For("second-cache-key"))),
        "docker:index/getRegistryImage:getRegistryImage" => Result(
            ("id", "image"),
            ("name", (string)args.Args["name"]),
            ("sha256Digest", ComputedByAzure.Digest((string)args.Args["name"]))),
        _ => throw new NotSupportedException($"No mock answers the call {args.Token}."),
    });

    private static ImmutableDictionary<string, object> Result(params (string Name, object Value)[] values) =>
        values.ToImmutableDictionary(value => value.Name, value => value.Value);
}
