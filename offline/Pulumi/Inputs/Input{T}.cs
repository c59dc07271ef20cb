namespace Pulumi;

public class Input<T> : IInput
{
    private readonly OutputState? _state;

    private protected Input(OutputState state) => _state = state;

    // For the collections, which make their state only when someone asks for it.
    private protected Input()
    {
    }

    // Collections and unions implement these again, so that there is one method to compile and not two.
    OutputState IInput.Serialized => _state!;

    OutputState IInput.Typed => _state!;

    Type? IInput.Member => null;

    private protected OutputState State => _state!;

    public static implicit operator Input<T>(T value) => new(OutputState.Known(value));

    public static implicit operator Input<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value.State);
    }

    public static implicit operator Output<T>(Input<T> input) => new(((IInput)input).Typed);
}
