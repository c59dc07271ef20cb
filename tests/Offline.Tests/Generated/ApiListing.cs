using System.Reflection;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>The public API of an assembly, a line a type or member, in the format of the facts' <c>*.api.txt</c>.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(type => Members(type).Prepend(Head(type)));

    private static string Head(Type type)
    {
        if (type.IsEnum)
            return $"enum {type.FullName}";
        if (type.IsValueType)
            return $"struct {type.FullName}";
        if (type is { IsAbstract: true, IsSealed: true })
            return $"static class {type.FullName}";
        var ancestor = type.BaseType == typeof(object) ? "" : $" : {Name(type.BaseType!)}";
        return $"{(type.IsSealed ? "sealed " : "")}class {type.FullName}{ancestor}";
    }

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetConstructors(Declared).Where(made => !made.IsStatic).Select(made => $"{type.FullName}({Parameters(made)})"),
        .. type.GetProperties(Declared)
            .Select(property => $"{type.FullName}.{property.Name} {Accessors(property)} -> {Name(property.PropertyType)}"),
        .. type.GetFields(Declared).Select(field => $"{type.FullName}.{field.Name} -> {Name(field.FieldType)}"),
        .. type.GetMethods(Declared).Where(IsListed)
            .Select(method => $"{type.FullName}.{method.Name}({Parameters(method)}) -> {Name(method.ReturnType)}"),
    ];

    private static bool IsListed(MethodInfo method) =>
        !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Accessors(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } ? "{ get; set; }" : "{ get; }";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(
        parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = null" : "")}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        if (!type.IsGenericType)
            return type.FullName!;
        var open = type.GetGenericTypeDefinition().FullName!;
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        return $"{open[..open.IndexOf('`', StringComparison.Ordinal)]}<{arguments}>";
    }
}
