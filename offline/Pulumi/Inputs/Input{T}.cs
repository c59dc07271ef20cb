namespace Pulumi;

public class Input<T> : IInput
{
    private readonly Output<T>? _value;

    private protected Input(Output<T> outputValue)
    {
        ArgumentNullException.ThrowIfNull(outputValue);
        _value = outputValue;
    }

    // For the collections, which make their output only when someone asks for it.
    private protected Input()
    {
    }

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.AsOutput();

    IOutput IInput.ToUntypedOutput() => AsSerialized();

    private protected virtual Output<T> AsOutput() => _value!;

    /// <summary>The output to serialise: of a collection, the one whose elements are still inputs.</summary>
    private protected virtual IOutput AsSerialized() => AsOutput();
}
