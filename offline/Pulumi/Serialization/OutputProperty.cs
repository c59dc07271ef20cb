using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>An output of a resource class.</summary>
internal sealed class OutputProperty
{
    private readonly string _context;
    private readonly MethodInfo _setter;
    private readonly OutputShape _shape;
    private readonly ValueConverter _converter;

    private OutputProperty(string wireName, string context, MethodInfo setter, Type valueType, ValueConverter converter)
    {
        WireName = wireName;
        _context = context;
        _setter = setter;
        _converter = converter;
        _shape = OutputShape.Of(valueType);
    }

    public string WireName { get; }

    /// <exception cref="RunException">The property is not an output.</exception>
    /// <exception cref="InvalidOperationException">It has no setter, or an output of a type that no value can have.</exception>
    public static OutputProperty Find(Type resourceType, PropertyInfo property, OutputAttribute attribute)
    {
        if (!property.PropertyType.IsConstructedGenericType
            || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw RunException.OutputsHaveIncorrectType([attribute.Name ?? ""]);
        }

        var fullName = $"[Output] {resourceType.FullName}.{property.Name}";
        var setter = property.DeclaringType!.GetProperty(property.Name)?.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{fullName} did not have a 'set' method");
        var valueType = property.PropertyType.GenericTypeArguments[0];
        OutputTypes.Check(fullName, valueType);

        var wireName = attribute.Name ?? property.Name;
        return new OutputProperty(
            wireName, $"{resourceType.FullName}.{wireName}", setter, valueType, ValueConverter.For(valueType));
    }

    /// <summary>Gives the resource an output that is not settled yet.</summary>
    /// <param name="itself">The resource alone, which its outputs come from.</param>
    public OutputSource InitializeOn(Resource resource, ImmutableHashSet<Resource> itself)
    {
        var state = OutputState.Unsettled();
        _setter.Invoke(resource, [_shape.Make(state)]);
        return new OutputSource(state, _shape, itself);
    }

    public object? Convert(Resource resource, object? value) => _converter.Convert(_context, value);
}
