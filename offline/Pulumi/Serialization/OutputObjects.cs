using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Objects of [OutputType] classes, given back as a value: their public members, by wire names.</summary>
internal static class OutputObjects
{
    private static readonly ConcurrentDictionary<Type, (string WireName, Func<object, object?> Read)[]> Known = new();

    public static bool Are(Type type) => type.IsDefined(typeof(OutputTypeAttribute), inherit: false);

    public static Dictionary<string, object?> Fields(object value)
        => Known.GetOrAdd(value.GetType(), Find).ToDictionary(member => member.WireName, member => member.Read(value));

    private static (string WireName, Func<object, object?> Read)[] Find(Type type)
    {
        var wireNames = (OutputTypes.ConstructorOf(type)?.GetParameters() ?? [])
            .ToDictionary(parameter => parameter.Name!, parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase);
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Select(field => (field.Name, Read: MemberReader.For(field)));
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (property.Name, Read: MemberReader.For(property)));
        return [.. fields.Concat(properties).Select(member => (wireNames.GetValueOrDefault(member.Name, member.Name), member.Read))];
    }
}
