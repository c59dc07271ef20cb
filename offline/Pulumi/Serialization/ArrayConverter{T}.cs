using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal sealed class ArrayConverter<T> : ValueConverter
{
    private readonly ValueConverter _element = For(typeof(T));

    public override bool TryConvert(object? value, out object? converted)
    {
        converted = value is ImmutableArray<object?> items
            ? ImmutableArray.CreateRange(items, item => _element.Convert("", item) is T element ? element : default!)
            : null;
        return converted is not null;
    }
}
