namespace Pulumi;

public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>, IInput
{
    private readonly UnionForm _form;

    public InputUnion()
        : this(OutputState.Known(default(Union<T0, T1>)), UnionForm.Union)
    {
    }

    private InputUnion(OutputState state, UnionForm form)
        : base(state) => _form = form;

    OutputState IInput.Serialized => State;

    OutputState IInput.Typed => _form switch
    {
        UnionForm.First => State.Apply(value => Union<T0, T1>.FromT0((T0)value!), default(Union<T0, T1>)),
        UnionForm.Second => State.Apply(value => Union<T0, T1>.FromT1((T1)value!), default(Union<T0, T1>)),
        _ => State,
    };

    Type? IInput.Member => _form switch
    {
        UnionForm.First => typeof(T0),
        UnionForm.Second => typeof(T1),
        _ => null,
    };

    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(OutputState.Known(value), UnionForm.Union);

    public static implicit operator InputUnion<T0, T1>(T0 value) => new(OutputState.Known(value), UnionForm.First);

    public static implicit operator InputUnion<T0, T1>(T1 value) => new(OutputState.Known(value), UnionForm.Second);

    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(((IInput)value).Typed, UnionForm.First);

    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(((IInput)value).Typed, UnionForm.Second);

    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value.State, UnionForm.Union);

    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.State, UnionForm.First);

    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.State, UnionForm.Second);
}
