using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReleaseInfra.Offline.Tests.Api;

/// <summary>The public API of an assembly, a line each type and member, as Microsoft's public API analyser writes it.</summary>
internal static class PublicApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly)
        => assembly.GetExportedTypes().SelectMany(Of).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Of(Type type)
    {
        yield return TypeNames.Of(type);
        if (type.IsAssignableTo(typeof(Delegate)))
            yield break;
        if (type.IsEnum)
        {
            foreach (var member in type.GetFields(Declared).Where(field => field.IsLiteral))
                yield return $"{TypeNames.Of(type)}.{member.Name} = {member.GetRawConstantValue()} -> {TypeNames.Of(type)}";
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsOpen))
            yield return $"{TypeNames.Of(type)}.{SimpleName(type)}({Parameters(constructor)}) -> void";
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic))
            yield return $"{Modifier(field)}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(type)}.{field.Name}{Constant(field)} -> {TypeNames.Of(field.FieldType)}";
        foreach (var method in type.GetMethods(Declared).Where(IsOpen))
            yield return Line(type, method);
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Line(Type type, MethodInfo method)
    {
        var owner = $"{Modifier(type, method)}{TypeNames.Of(type)}";
        var result = TypeNames.Of(method.ReturnType, method.ReturnParameter);
        var name = method.Name;
        if (name == "op_Implicit")
            return $"{owner}.implicit operator {result}({Parameters(method)}) -> {result}";
        if (!method.IsSpecialName)
            return $"{owner}.{name}{TypeParameters(method)}({Parameters(method)}) -> {result}";

        var accessor = name[..3];
        var values = method.GetParameters();
        var indices = accessor == "set" ? values[..^1] : values;
        return indices.Length == 0
            ? $"{owner}.{name[4..]}.{accessor} -> {result}"
            : $"{owner}.this[{string.Join(", ", indices.Select(Parameter))}].{accessor} -> {result}";
    }

    private static string Modifier(Type type, MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        _ when type.IsInterface => "",
        _ when method.GetBaseDefinition().DeclaringType != type => "override ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Modifier(FieldInfo field) => field.IsLiteral ? "const " : field.IsStatic ? "static " : "";

    private static string Constant(FieldInfo field) => field.IsLiteral ? $" = \"{field.GetRawConstantValue()}\"" : "";

    private static string SimpleName(Type type) => type.Name.Split('`')[0];

    private static string TypeParameters(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extension + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var ending = !parameter.HasDefaultValue ? ""
            : parameter.DefaultValue switch
            {
                null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null =>
                    $" = default({TypeNames.Of(parameter.ParameterType)})",
                null => " = null",
                bool flag => flag ? " = true" : " = false",
                var value => $" = {value}",
            };
        return $"{modifier}{TypeNames.Of(parameter.ParameterType, parameter)} {parameter.Name}{ending}";
    }
}
