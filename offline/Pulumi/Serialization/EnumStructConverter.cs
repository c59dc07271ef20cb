namespace Pulumi.Serialization;

internal sealed class EnumStructConverter(Type type) : ValueConverter
{
    public override bool TryConvert(object? value, out object? converted)
    {
        converted = value is string or double ? EnumStructs.ConstructorFrom(type, value.GetType())?.Invoke([value]) : null;
        return converted is not null;
    }
}
