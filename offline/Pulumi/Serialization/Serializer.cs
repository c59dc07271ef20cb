using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns the arguments of one resource or call into what mocks see, and notes the resources that they come from.
/// One value after the other: it is not for several threads.
/// </summary>
internal sealed class Serializer(string label)
{
    private readonly SerializationPath _path = new(label);

    public HashSet<Resource> Dependencies { get; } = [];

    /// <exception cref="InvalidOperationException">It cannot be serialised, or something in it cannot; the message says where.</exception>
    public async ValueTask<SerializedValue> SerializePropertyAsync(string name, object? value)
    {
        _path.Enter(name);
        try
        {
            var result = await SerializeAsync(value);
            _path.Leave();
            return result;
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {error.Message}", error);
        }
    }

    /// <inheritdoc cref="SerializePropertyAsync"/>
    public ValueTask<SerializedValue> SerializePropertyAsync(InputArgs args, InputMember member)
    {
        var value = member.Read(args);
        if (value is null)
            return new(SerializedValue.Of(null));
        return member.IsJson
            ? SerializeAsJsonTextAsync(member.WireName, value)
            : SerializePropertyAsync(member.WireName, value);
    }

    // The configuration of providers is strings: a list or a flag goes as the text of its JSON.
    private async ValueTask<SerializedValue> SerializeAsJsonTextAsync(string name, object value)
    {
        var part = await SerializePropertyAsync(name, value);
        return part.IsKnown ? part with { Value = JsonValues.Write(part.Value) } : part;
    }

    private ValueTask<SerializedValue> SerializeAsync(object? value)
        => value switch
        {
            null or bool or double or int or string => new(SerializedValue.OfScalar(value)),
            InputArgs args => SerializeArgsAsync(args),
            IInput input => SerializeOutputAsync(input.Serialized),
            IOutput output => SerializeOutputAsync(output.State),
            IUnion union => SerializeAsync(union.Value),
            Task => throw new InvalidOperationException(
                $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{_path}"),
            JsonElement element => new(SerializedValue.Of(JsonValues.Read(element))),
            Resource resource => new(SerializeResource(resource)),
            IDictionary dictionary => SerializeDictionaryAsync(dictionary),
            IList list => SerializeListAsync(list),
            Enum number when number.GetTypeCode() == TypeCode.Int32
                => new(SerializedValue.Of((double)Convert.ToInt32(number, CultureInfo.InvariantCulture))),
            ValueTuple => new(SerializedValue.Of(null)),
            _ when EnumStructs.Is(value.GetType()) => new(SerializedValue.Of(EnumStructs.Read(value, _path))),
            _ when OutputObjects.Are(value.GetType()) => SerializeDictionaryAsync(OutputObjects.Fields(value)),
            _ => throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.\n\t{_path}"),
        };

    private SerializedValue SerializeResource(Resource resource)
    {
        if (resource is CustomResource)
            Dependencies.Add(resource);
        return SerializedValue.Of(resource);
    }

    private ValueTask<SerializedValue> SerializeOutputAsync(OutputState output)
        => output.TryGetData(out var settled) && settled.Value is null or bool or double or int or string
            ? new(SerializeScalar(settled!))
            : SerializePendingAsync(output);

    private SerializedValue SerializeScalar(OutputData data)
    {
        Note(data.Resources);
        var value = data.IsKnown ? SerializedValue.OfScalar(data.Value) : SerializedValue.Unknown;
        return data.IsSecret ? value with { IsSecret = true } : value;
    }

    private async ValueTask<SerializedValue> SerializePendingAsync(OutputState output)
    {
        var data = await output.GetDataAsync();
        Note(data.Resources);
        if (!data.IsKnown)
            return data.IsSecret ? SerializedValue.Unknown with { IsSecret = true } : SerializedValue.Unknown;

        _path.Enter(Constants.Id);
        var inner = await SerializeAsync(data.Value);
        _path.Leave();
        return data.IsSecret ? inner with { IsSecret = true } : inner;
    }

    private void Note(ImmutableHashSet<Resource> resources)
    {
        if (!resources.IsEmpty)
            Dependencies.UnionWith(resources);
    }

    private async ValueTask<SerializedValue> SerializeArgsAsync(InputArgs args)
    {
        var result = new SerializedMap();
        foreach (var member in args.Members)
        {
            var value = member.Read(args);
            if (value is null)
                continue;

            _path.Enter(member.WireName);
            result.Add(member.WireName, await SerializeAsync(value));
            _path.Leave();
        }

        return result.ToValue();
    }

    private async ValueTask<SerializedValue> SerializeDictionaryAsync(IDictionary dictionary)
    {
        if (PlainValues.Are(dictionary))
            return SerializedValue.Of(dictionary);

        var result = new SerializedMap();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key)
                throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{_path}");

            _path.Enter(key);
            result.Add(key, await SerializeAsync(entry.Value));
            _path.Leave();
        }

        return result.ToValue();
    }

    private async ValueTask<SerializedValue> SerializeListAsync(IList list)
    {
        if (ImmutableArrays.IsDefault(list))
            return SerializedValue.Of(ImmutableArray<object?>.Empty);
        if (PlainValues.Are(list))
            return SerializedValue.Of(list);

        var (result, isKnown, isSecret) = (ImmutableArray.CreateBuilder<object?>(list.Count), true, false);
        for (var i = 0; i < list.Count; i++)
        {
            _path.Enter(i);
            var part = await SerializeAsync(list[i]);
            _path.Leave();
            isKnown &= part.IsKnown;
            isSecret |= part.IsSecret;
            result.Add(part.Value);
        }

        return new(result.MoveToImmutable(), isKnown, isSecret);
    }
}
