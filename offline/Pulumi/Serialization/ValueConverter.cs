using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Makes a value of one type from a serialised one. A value that does not fit becomes null, as published, where it is a
/// warning to the engine; a null becomes the type's default.
/// </summary>
internal abstract class ValueConverter
{
    private static readonly ConcurrentDictionary<Type, ValueConverter> Known = new();

    public static ValueConverter For(Type type) => Known.GetOrAdd(type, static wanted => new LazyConverter(wanted));

    /// <returns>Null for the default of the type.</returns>
    public object? Convert(string context, object? value) => TryConvert(value, out var converted) ? converted : null;

    public abstract bool TryConvert(object? value, out object? converted);

    private static ValueConverter Create(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Create(underlying);
        if (type == typeof(int))
            return new FuncConverter<double>(static number => (int)number);
        if (type == typeof(JsonElement))
            return new FuncConverter<object>(static value => JsonValues.ToElement(value));
        if (type.IsEnum)
            return new FuncConverter<double>(number => Enum.ToObject(type, (int)number));
        if (EnumStructs.Is(type))
            return new EnumStructConverter(type);
        if (!type.IsConstructedGenericType)
            return type.IsDefined(typeof(OutputTypeAttribute), inherit: false) ? new ObjectConverter(type) : new CastConverter(type);

        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(ImmutableArray<>))
            return Instantiate(typeof(ArrayConverter<>), type);
        if (definition == typeof(ImmutableDictionary<,>))
            return Instantiate(typeof(DictionaryConverter<>), type.GenericTypeArguments[1]);
        if (definition == typeof(Union<,>))
            return Instantiate(typeof(UnionConverter<,>), type);
        if (definition == typeof(Output<>))
            return Instantiate(typeof(OutputConverter<>), type);
        throw new InvalidOperationException($"Unexpected generic target type {type.FullName}");
    }

    private static ValueConverter Instantiate(Type converter, Type type)
    {
        var arguments = type.IsConstructedGenericType && converter != typeof(DictionaryConverter<>) ? type.GenericTypeArguments : [type];
        return (ValueConverter)Activator.CreateInstance(converter.MakeGenericType(arguments))!;
    }

    // Types may contain themselves, and most outputs of a preview have no value.
    private sealed class LazyConverter(Type type) : ValueConverter
    {
        private ValueConverter? _real;

        public override bool TryConvert(object? value, out object? converted)
        {
            converted = null;
            return value is null || (_real ??= Create(type)).TryConvert(value, out converted);
        }
    }

    private sealed class CastConverter(Type type) : ValueConverter
    {
        public override bool TryConvert(object? value, out object? converted)
        {
            converted = type.IsInstanceOfType(value) ? value : null;
            return converted is not null;
        }
    }

    private sealed class FuncConverter<T>(Func<T, object> convert) : ValueConverter
    {
        public override bool TryConvert(object? value, out object? converted)
        {
            converted = value is T typed ? convert(typed) : null;
            return converted is not null;
        }
    }
}
