using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;
using ReleaseInfra.Rehearsal.Functions;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Tests.Programs;

/// <summary>Creates each resource in the embedded Azure when the program declares it, and so in the order of dependency.</summary>
internal sealed class StoreMocks(EmbeddedAzure azure, AzureScope scope) : IMocks
{
    private readonly ComputedFunctions _functions = new(scope);

    public ConcurrentBag<string> Refused { get; } = [];

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        if (args.Type!.StartsWith("release-infra:", StringComparison.Ordinal))
            return (null, ImmutableDictionary<string, object>.Empty);

        try
        {
            var put = await azure.Resources.PutAsync(new DeclaredResource(args.Type, args.Name!, args.Inputs), default);
            if (put.Operation.State is OperationFailed failed)
                Refused.Add(failed.Error.ToString());
            return (put.Resource.Id, put.Resource.Outputs);
        }
        catch (AzureException refused)
        {
            Refused.Add(refused.Error.ToString());
            throw;
        }
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(_functions.Of(args.Token!, args.Args));
}
