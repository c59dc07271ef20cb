using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs that is itself an input; a collection initialiser appends to it.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IInput, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _elements;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements) => _elements = elements;

    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Output<T>[] values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Input<T>[] values) => Of([.. values]);

    public static implicit operator InputList<T>(List<T> values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(List<Output<T>> values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(List<Input<T>> values) => Of([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(Wrap(values));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(Wrap));

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => _elements = Join(_elements, inputs._elements);

    public InputList<T> Concat(InputList<T> other) => new(Join(_elements, other._elements));

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await new Output<ImmutableArray<T>>(((IInput)this).Typed).GetValueAsync(whenUnknown: []))
            yield return value;
    }

    internal InputList<T> Clone() => new(_elements);

    OutputState IInput.Typed
        => _elements.Apply(elements => elements.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(elements)).State;

    OutputState IInput.Serialized => _elements.State;

    Type? IInput.Member => null;

    private static InputList<T> Of(ImmutableArray<Input<T>> elements) => new(Output.Create(elements));

    // The default array stands for a list that is not there, which differs from an empty one, so it goes through as it is.
    private static ImmutableArray<Input<T>> Wrap(ImmutableArray<T> values)
        => values.IsDefault ? default : [.. values.Select(value => (Input<T>)value)];

    private static Output<ImmutableArray<Input<T>>> Join(
        Output<ImmutableArray<Input<T>>> first, Output<ImmutableArray<Input<T>>> second)
        => Output.Tuple(first, second).Apply(both => Present(both.Item1).AddRange(Present(both.Item2)));

    private static ImmutableArray<Input<T>> Present(ImmutableArray<Input<T>> elements) => elements.IsDefault ? [] : elements;
}
