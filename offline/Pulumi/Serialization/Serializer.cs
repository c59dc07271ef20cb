using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns the arguments of one resource or call into what mocks see, and notes the resources that they come from.</summary>
internal sealed class Serializer
{
    public HashSet<Resource> Dependencies { get; } = [];

    /// <exception cref="InvalidOperationException">A type that no input may have; the message says where it stands.</exception>
    public ValueTask<SerializedValue> SerializeAsync(string context, object? value)
        => value switch
        {
            null or bool or double => new(SerializedValue.Of(value)),
            string text => new(text == Constants.UnknownValue ? SerializedValue.Unknown : SerializedValue.Of(text)),
            int number => new(SerializedValue.Of((double)number)),
            InputArgs args => SerializeArgsAsync(context, args),
            IInput input => SerializeOutputAsync(context, input.ToUntypedOutput()),
            IOutput output => SerializeOutputAsync(context, output),
            IUnion union => SerializeAsync(context, union.Value),
            Task => throw new InvalidOperationException(
                $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{context}"),
            JsonElement element => new(SerializedValue.Of(JsonValues.Read(element))),
            Resource resource => SerializeResource(resource),
            IDictionary dictionary => SerializeDictionaryAsync(context, dictionary),
            IList list => SerializeListAsync(context, list),
            Enum number when number.GetTypeCode() == TypeCode.Int32
                => new(SerializedValue.Of((double)Convert.ToInt32(number, CultureInfo.InvariantCulture))),
            ValueTuple => new(SerializedValue.Of(null)),
            _ => new(SerializedValue.Of(EnumStructs.Read(context, value))),
        };

    private ValueTask<SerializedValue> SerializeResource(Resource resource)
    {
        if (resource is CustomResource)
            Dependencies.Add(resource);
        return new(SerializedValue.Of(resource));
    }

    private async ValueTask<SerializedValue> SerializeOutputAsync(string context, IOutput output)
    {
        var data = await output.GetUntypedDataAsync();
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
            return SerializedValue.Unknown with { IsSecret = data.IsSecret };

        var inner = await SerializeAsync($"{context}.id", data.Value);
        return inner with { IsSecret = inner.IsSecret || data.IsSecret };
    }

    private async ValueTask<SerializedValue> SerializeArgsAsync(string context, InputArgs args)
    {
        var (result, isKnown, isSecret) = (ImmutableDictionary.CreateBuilder<string, object?>(), true, false);
        foreach (var member in args.Members)
        {
            var part = await SerializeMemberAsync($"{context}.{member.WireName}", args, member);
            isKnown &= part.IsKnown;
            isSecret |= part.IsSecret;
            AddEntry(result, member.WireName, part.Value);
        }

        return new(result.ToImmutable(), isKnown, isSecret);
    }

    /// <summary>A member of provider arguments that is not a string goes as the text of its JSON.</summary>
    public async ValueTask<SerializedValue> SerializeMemberAsync(string context, InputArgs args, InputMember member)
    {
        var value = member.Read(args);
        if (!member.IsJson || value is null)
            return await SerializeAsync(context, value);

        var part = await SerializeAsync(member.FullName(args), value);
        return part.IsKnown ? part with { Value = JsonValues.Write(part.Value) } : part;
    }

    private async ValueTask<SerializedValue> SerializeDictionaryAsync(string context, IDictionary dictionary)
    {
        var (result, isKnown, isSecret) = (ImmutableDictionary.CreateBuilder<string, object?>(), true, false);
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key)
                throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{context}");

            var part = await SerializeAsync($"{context}.{key}", entry.Value);
            isKnown &= part.IsKnown;
            isSecret |= part.IsSecret;
            AddEntry(result, key, part.Value);
        }

        return new(result.ToImmutable(), isKnown, isSecret);
    }

    private async ValueTask<SerializedValue> SerializeListAsync(string context, IList list)
    {
        if (ImmutableArrays.IsDefault(list))
            return SerializedValue.Of(ImmutableArray<object?>.Empty);

        var (result, isKnown, isSecret) = (ImmutableArray.CreateBuilder<object?>(list.Count), true, false);
        for (var i = 0; i < list.Count; i++)
        {
            var part = await SerializeAsync($"{context}[{i}]", list[i]);
            isKnown &= part.IsKnown;
            isSecret |= part.IsSecret;
            result.Add(part.Value);
        }

        return new(result.MoveToImmutable(), isKnown, isSecret);
    }

    // Nulls are as good as absent, and names of two underscores are the engine's own.
    private static void AddEntry(ImmutableDictionary<string, object?>.Builder result, string key, object? value)
    {
        if (value is not null && !key.StartsWith("__", StringComparison.Ordinal))
            result[key] = value;
    }
}
