using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReleaseInfra.Offline.Tests.Api;

/// <summary>Types as a C# listing writes them: full names, keywords, tuples with their names, no nullability of references.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
    };

    public static string Of(Type type, ICustomAttributeProvider? place = null)
    {
        var names = place?.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false)
            .Cast<TupleElementNamesAttribute>().SingleOrDefault()?.TransformNames;
        return Of(type, new Queue<string?>(names ?? []));
    }

    private static string Of(Type type, Queue<string?> tupleNames)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsByRef)
            return Of(type.GetElementType()!, tupleNames);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, tupleNames)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying, tupleNames)}?";
        if (type.IsGenericType && type.IsAssignableTo(typeof(ITuple)))
            return $"({string.Join(", ", Elements(type, tupleNames))})";

        var name = type.IsNested ? $"{Of(type.DeclaringType!, tupleNames)}.{type.Name}" : $"{type.Namespace}.{type.Name}";
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
            return name;
        var arguments = type.GetGenericArguments().Select(argument => Of(argument, tupleNames));
        return $"{name[..tick]}<{string.Join(", ", arguments)}>";
    }

    // The names of a tuple stand before those of the tuples in it; the eighth element and on sit in a tuple of their own.
    private static IEnumerable<string> Elements(Type tuple, Queue<string?> tupleNames)
    {
        var types = Flatten(tuple).ToList();
        var names = types.Select(_ => tupleNames.TryDequeue(out var name) ? name : null).ToList();
        return types.Select((type, i) => names[i] is { } name ? $"{Of(type, tupleNames)} {name}" : Of(type, tupleNames));
    }

    private static IEnumerable<Type> Flatten(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length < 8 ? arguments : arguments.Take(7).Concat(Flatten(arguments[7]));
    }
}
