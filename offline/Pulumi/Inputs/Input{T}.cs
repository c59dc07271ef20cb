namespace Pulumi;

public class Input<T> : IInput
{
    private readonly OutputState? _state;

    private protected Input(OutputState state) => _state = state;

    // For the collections, which make their output only when someone asks for it.
    private protected Input()
    {
    }

    public static implicit operator Input<T>(T value) => new(OutputState.Known(value));

    public static implicit operator Input<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value.State);
    }

    public static implicit operator Output<T>(Input<T> input) => new(input.Typed);

    OutputState IInput.Serialized => Serialized;

    OutputState IInput.Typed => Typed;

    Type? IInput.Member => Member;

    private protected virtual OutputState Serialized => _state!;

    private protected virtual OutputState Typed => _state!;

    private protected virtual Type? Member => null;
}
