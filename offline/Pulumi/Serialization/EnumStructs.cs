using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs with <see cref="EnumTypeAttribute"/>: an open set of strings or doubles.</summary>
internal static class EnumStructs
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> Conversions = new();

    public static bool Is(Type type) => type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute), inherit: false);

    /// <exception cref="InvalidOperationException">It lacks the conversion.</exception>
    public static object? Read(object value, SerializationPath path)
    {
        var conversion = Conversions.GetOrAdd(value.GetType(), FindConversion)
            ?? throw new InvalidOperationException(
                $"Expected {value.GetType().FullName} to have an explicit conversion operator to String or Double.\n\t{path}");
        return conversion.Invoke(null, [value]);
    }

    public static ConstructorInfo? ConstructorFrom(Type type, Type underlying)
        => type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [underlying]);

    private static MethodInfo? FindConversion(Type type)
    {
        var method = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
        return method?.ReturnType == typeof(string) || method?.ReturnType == typeof(double) ? method : null;
    }
}
