using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Which types an output may have.</summary>
internal static class OutputTypes
{
    /// <exception cref="InvalidOperationException">No value can be made of that type.</exception>
    public static void Check(string context, Type type)
    {
        if (IsPlain(type) || typeof(Resource).IsAssignableFrom(type))
            return;
        if (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
            return;

        if (EnumStructs.Is(type))
            CheckEnumStruct(type);
        else if (type.IsConstructedGenericType)
            CheckGeneric(context, type);
        else
            CheckOutputType(context, type);
    }

    public static ConstructorInfo? ConstructorOf(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance);
        var marked = constructors.FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)));
        if (marked is not null)
            return marked;

        var open = constructors.Where(constructor => constructor.IsPublic).ToList();
        return open.Count == 1 ? open[0] : null;
    }

    private static bool IsPlain(Type type)
        => type == typeof(bool) || type == typeof(int) || type == typeof(double) || type == typeof(string)
            || type == typeof(object) || type == typeof(JsonElement);

    private static void CheckEnumStruct(Type type)
    {
        foreach (var underlying in (Type[])[typeof(string), typeof(double)])
        {
            if (EnumStructs.ConstructorFrom(type, underlying) is null)
                continue;
            if (type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type])?.ReturnType == underlying)
                return;
            throw new InvalidOperationException(
                $"{type.FullName} had [EnumTypeAttribute], but did not contain an explicit conversion operator to {underlying.FullName}.");
        }

        throw new InvalidOperationException(
            $"{type.FullName} had [EnumTypeAttribute], but did not contain constructor with a single String or Double parameter.");
    }

    private static void CheckGeneric(string context, Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] != typeof(string))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}:\n" +
                "    The only allowed ImmutableDictionary 'TKey' type is 'String'.");
        }

        if (definition != typeof(Nullable<>) && definition != typeof(Union<,>) && definition != typeof(ImmutableArray<>)
            && definition != typeof(ImmutableDictionary<,>) && definition != typeof(Output<>))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}:\n" +
                "    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in arguments)
            Check(context, argument);
    }

    // What its constructor takes is looked at when there is a first value to make: a program knows hundreds of such types
    // and meets few.
    private static void CheckOutputType(string context, Type type)
    {
        if (!type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            throw new InvalidOperationException(
                $"{context} contains invalid type {type.FullName}. Allowed types are:\n" +
                "    String, Boolean, Int32, Double,\n" +
                "    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or\n" +
                "    a class explicitly marked with the [OutputTypeAttribute].");
        }

        if (ConstructorOf(type) is null)
        {
            throw new InvalidOperationException(
                $"{type.FullName} had [OutputTypeAttribute], but did not contain constructor marked with [OutputConstructorAttribute].");
        }
    }
}
