namespace Pulumi.Serialization;

internal sealed class UnionConverter<T0, T1> : ValueConverter
{
    private readonly ValueConverter _first = For(typeof(T0));
    private readonly ValueConverter _second = For(typeof(T1));

    public override bool TryConvert(object? value, out object? converted)
    {
        converted = _first.TryConvert(value, out var first) ? Union<T0, T1>.FromT0((T0)first!)
            : _second.TryConvert(value, out var second) ? Union<T0, T1>.FromT1((T1)second!)
            : null;
        return converted is not null;
    }
}
