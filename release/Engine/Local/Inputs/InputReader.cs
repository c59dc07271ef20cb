using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>
/// Reads one resource's arguments into values without clear secrets. The mocks' view will not do: secrets arrive there
/// unwrapped, and nothing tells them from the rest.
/// </summary>
/// <param name="hasher">Null where there is no key to compare secrets with.</param>
internal sealed class InputReader(SecretHasher? hasher)
{
    private readonly HashSet<Resource> _dependencies = [];

    /// <summary>The resources that the arguments read so far come from.</summary>
    public IReadOnlyCollection<Resource> Dependencies => _dependencies;

    public async ValueTask<MapValue> ReadAsync(ResourceArgs? args, IReadOnlyList<string> secretPaths)
    {
        if (args is null)
            return MapValue.Empty;

        InputValue inputs = await ReadArgsAsync(args);
        foreach (var path in secretPaths)
            inputs = SecretMask.Hide(inputs, path, Secret);

        return (MapValue)inputs;
    }

    /// <returns>Null for what the engine never sees.</returns>
    public ValueTask<InputValue?> ReadValueAsync(object? value) => value switch
    {
        null => new(default(InputValue)),
        string text => new(new TextValue(text)),
        bool flag => new(new BooleanValue(flag)),
        int or double or float or Enum => new(new NumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture))),
        InputArgs args => Widen(ReadArgsAsync(args)),
        JsonElement json => new(InputValueJson.Read(json)),
        JsonDocument json => new(InputValueJson.Read(json.RootElement)),
        Resource resource => ReadValueAsync(resource.Urn),
        IDictionary map => ReadMapAsync(map),
        _ when InputObserver.For(value.GetType()) is { } observer => ReadObservedAsync(observer, value),
        _ when ScalarObserver.IsUnion(value.GetType()) => ReadValueAsync(value.GetType().GetProperty(nameof(Union<,>.Value))!.GetValue(value)),
        IList list => ReadListAsync(list),
        _ when value.GetType().IsDefined(typeof(EnumTypeAttribute), inherit: false) => new(new TextValue(value.ToString()!)),
        _ => throw new InvalidOperationException($"An input of type {value.GetType()} cannot be compared."),
    };

    private async ValueTask<MapValue> ReadArgsAsync(InputArgs args)
    {
        var shape = ArgsShape.Of(args.GetType());
        var entries = ImmutableArray.CreateBuilder<MapEntry>(shape.Members.Count);
        foreach (var member in shape.Members)
        {
            if (await ReadValueAsync(member.Read(args)) is { } value)
                entries.Add(new MapEntry(member.WireName, value));
        }

        return new MapValue(entries.ToImmutable());
    }

    private async ValueTask<InputValue?> ReadObservedAsync(InputObserver observer, object value)
    {
        var output = observer.Widen(value);
        _dependencies.UnionWith(await OutputUtilities.GetDependenciesAsync(output));
        var secret = await Output.IsSecretAsync(output);
        if (!await OutputUtilities.GetIsKnownAsync(output))
            return secret ? new SecretValue(Digest: null) : UnknownValue.Instance;

        var inner = await ReadValueAsync(await OutputUtilities.GetValueAsync(output));
        return secret && inner is not null ? Secret(inner) : inner;
    }

    private async ValueTask<InputValue?> ReadMapAsync(IDictionary map)
    {
        var entries = new List<MapEntry>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            if (await ReadValueAsync(entry.Value) is { } value)
                entries.Add(new MapEntry((string)entry.Key, value));
        }

        return MapValue.Of(entries);
    }

    private async ValueTask<InputValue?> ReadListAsync(IList list)
    {
        if (IsDefaultArray(list))
            return null;

        var items = ImmutableArray.CreateBuilder<InputValue>(list.Count);
        for (var index = 0; index < list.Count; index++)
            items.Add(await ReadValueAsync(list[index]) ?? NullValue.Instance);

        return new ListValue(items.MoveToImmutable());
    }

    private SecretValue Secret(InputValue clear) => clear as SecretValue ?? new SecretValue(hasher?.Digest(clear));

    private static async ValueTask<InputValue?> Widen(ValueTask<MapValue> map) => await map;

    /// <summary>A default <see cref="ImmutableArray{T}"/> throws at every touch but this one.</summary>
    private static bool IsDefaultArray(IList list) => list is IStructuralEquatable array && array.Equals(null, EqualityComparer<object>.Default);
}
