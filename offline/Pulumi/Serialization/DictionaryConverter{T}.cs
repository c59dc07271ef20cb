using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal sealed class DictionaryConverter<T> : ValueConverter
{
    private readonly ValueConverter _value = For(typeof(T));

    public override bool TryConvert(object? value, out object? converted)
    {
        converted = value is not ImmutableDictionary<string, object?> entries
            ? null
            : typeof(T) == typeof(object)
                ? entries
                : entries.ToImmutableDictionary(
                    entry => entry.Key, entry => _value.Convert("", entry.Value) is T element ? element : default!);
        return converted is not null;
    }
}
