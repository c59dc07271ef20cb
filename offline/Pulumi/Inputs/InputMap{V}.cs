using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs that is itself an input; a collection initialiser adds to it.</summary>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IInput, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private Output<ImmutableDictionary<string, Input<V>>> _entries;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<V>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<V>>> entries) => _entries = entries;

    public Input<V> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => Output.Create(values);

    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => Output.Create(values);

    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => new(values.Apply(Wrap));

    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => new(values.Apply(Wrap));

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => new(values.Apply(Wrap));

    /// <summary>A new map; on the same key the second wins.</summary>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second)
        => new(Output.Tuple(first._entries, second._entries).Apply(both => both.Item1.SetItems(both.Item2)));

    /// <summary>A key that is there already must have the same value: another one is an error once the value is asked for.</summary>
    public void Add(string key, Input<V> value)
        => _entries = _entries.Apply(entries => entries.TryGetValue(key, out var existing)
            ? entries.SetItem(key, Same(key, existing, value))
            : entries.Add(key, value));

    public void Add(InputMap<V> values) => AddRange(values);

    public void AddRange(InputMap<V> values)
        => _entries = Output.Tuple(_entries, values._entries).Apply(both => both.Item1.AddRange(both.Item2));

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in await new Output<ImmutableDictionary<string, V>>(((IInput)this).Typed).GetValueAsync(whenUnknown: ImmutableDictionary<string, V>.Empty))
            yield return entry;
    }

    OutputState IInput.Typed => _entries.Apply(Flatten).State;

    OutputState IInput.Serialized => _entries.State;

    Type? IInput.Member => null;

    private static Output<ImmutableDictionary<string, V>> Flatten(ImmutableDictionary<string, Input<V>>? entries)
    {
        if (entries is null)
            return Output.Create(default(ImmutableDictionary<string, V>)!);

        var pairs = entries.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value)));
        return Output.All(pairs).Apply(values => ImmutableDictionary.CreateRange(values));
    }

    // A map that is not there (an optional output of a resource) goes through as null.
    private static ImmutableDictionary<string, Input<V>> Wrap(IEnumerable<KeyValuePair<string, V>>? values)
        => values?.ToImmutableDictionary(entry => entry.Key, entry => (Input<V>)entry.Value)!;

    private static Output<V> Same(string key, Input<V> existing, Input<V> added)
        => Output.Tuple(existing, added).Apply(both => EqualityComparer<V>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));
}
