using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Calls of provider functions, answered by the mocks.</summary>
internal sealed class FunctionCalls(IMocks mocks)
{
    public async ValueTask<OutputData> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        var serializer = SerializerFor(token);
        var values = await ReadArgsAsync(serializer, args);
        var explicitDependencies = options is InvokeOutputOptions { DependsOn: var dependsOn }
            ? await dependsOn.ToOutput().GetValueAsync(whenUnknown: [])
            : [];
        serializer.Dependencies.UnionWith(explicitDependencies);

        if (!values.AllKnown || !await AllExistAsync(serializer.Dependencies))
            return new OutputData(default(T), [], isKnown: false, isSecret: false);

        var answer = await AnswerAsync<T>(token, values, options);
        return new OutputData(answer.Value, [.. serializer.Dependencies], answer.IsKnown, answer.IsSecret);
    }

    public async Task<T> CallAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => (T)(await AnswerAsync<T>(token, await ReadArgsAsync(SerializerFor(token), args), options)).Value!;

    private static Serializer SerializerFor(string token) => new($"invoke:{token}");

    private static ValueTask<ArgumentValues> ReadArgsAsync(Serializer serializer, InvokeArgs? args)
        => ArgumentValues.ReadAsync(serializer, args ?? InvokeArgs.Empty, static _ => true);

    // A resource without an id is not made yet, so a function that reads it would find nothing.
    private static async ValueTask<bool> AllExistAsync(IReadOnlyCollection<Resource> dependencies)
    {
        foreach (var resource in DependencyWait.Expand(dependencies).OfType<CustomResource>())
        {
            if (!(await resource.Id.State.GetDataAsync()).IsKnown)
                return false;
        }

        return true;
    }

    private async ValueTask<OutputData> AnswerAsync<T>(
        string token, ArgumentValues values, InvokeOptions? options)
    {
        var result = await mocks.CallAsync(new MockCallArgs
        {
            Token = token,
            Args = values.Known,
            Provider = await ProviderResource.ReferenceAsync(options?.Provider ?? options?.Parent?.GetProvider(token)),
        });
        var serialized = Whole(await MockState.ReadAsync(result));
        var value = ValueConverter.For(typeof(T)).Convert($"{token} result", serialized.Value);
        return new OutputData(value ?? default(T), [], serialized.IsKnown, serialized.IsSecret);
    }

    private static SerializedValue Whole(Dictionary<string, SerializedValue> fields)
        => new(
            fields.Where(field => field.Value.Value is not null)
                .ToImmutableDictionary(field => field.Key, field => field.Value.Value),
            IsKnown: fields.Values.All(field => field.IsKnown),
            IsSecret: fields.Values.Any(field => field.IsSecret));
}
