namespace Pulumi.Serialization;

/// <summary>An output inside an output: of what is there it is always known.</summary>
internal sealed class OutputConverter<T> : ValueConverter
{
    private readonly ValueConverter _value = For(typeof(T));

    public override bool TryConvert(object? value, out object? converted)
    {
        converted = _value.TryConvert(value, out var inner) ? Output.Create((T)inner!) : null;
        return converted is not null;
    }
}
