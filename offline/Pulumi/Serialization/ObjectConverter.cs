using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Calls the constructor of an [OutputType] class; its parameters have the wire names.</summary>
internal sealed class ObjectConverter : ValueConverter
{
    private readonly ConstructorInfo _constructor;
    private readonly (string Name, Type Type, ValueConverter Converter)[] _parameters;

    public ObjectConverter(Type type)
    {
        _constructor = OutputTypes.ConstructorOf(type)!;
        _parameters = [.. _constructor.GetParameters().Select(parameter =>
        {
            OutputTypes.Check($"{type.FullName}({parameter.Name})", parameter.ParameterType);
            return (parameter.Name!, parameter.ParameterType, For(parameter.ParameterType));
        })];
    }

    public override bool TryConvert(object? value, out object? converted)
    {
        converted = value is ImmutableDictionary<string, object?> fields
            ? _constructor.Invoke([.. _parameters.Select(parameter => Argument(parameter, fields))])
            : null;
        return converted is not null;
    }

    // Reflection gives a value type's default for a null argument.
    private static object? Argument(
        (string Name, Type Type, ValueConverter Converter) parameter, ImmutableDictionary<string, object?> fields)
        => parameter.Converter.Convert(parameter.Name, fields.GetValueOrDefault(parameter.Name));
}
