using System.Globalization;
using System.Runtime.CompilerServices;
using Pulumi;

namespace ReleaseInfra.Cli.Engine.Local.Inputs;

/// <summary>
/// Looks into inputs of flags, numbers, enums and unions of these, by their text. The SDK formats an input of any type, so
/// that nothing is compiled for each of some sixty value types while the user waits.
/// </summary>
internal sealed class ScalarObserver : InputObserver
{
    private readonly Type _type;

    private ScalarObserver(Type type) => _type = type;

    /// <returns>Null for a type whose text does not say its value.</returns>
    public static ScalarObserver? Of(Type type) => IsScalar(type) ? new ScalarObserver(type) : null;

    public static bool IsUnion(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>);

    public override Output<object?> Widen(object value) =>
        Output.Format(FormattableStringFactory.Create("{0}", value)).Apply(text => Read(_type, text));

    private static bool IsScalar(Type type)
    {
        if (!type.IsValueType)
            return type == typeof(string);
        if (type.IsGenericType)
            return (IsUnion(type) || Nullable.GetUnderlyingType(type) is not null) && type.GenericTypeArguments.All(IsScalar);
        return type == typeof(bool) || type == typeof(int) || type == typeof(double) || type.IsEnum
            || type.IsDefined(typeof(EnumTypeAttribute), inherit: false);
    }

    private static object? Read(Type type, string text)
    {
        if (IsUnion(type))
            return ReadUnion(type, text);
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return text.Length == 0 ? null : Read(inner, text);
        if (type == typeof(bool))
            return bool.Parse(text);
        if (type == typeof(int) || type == typeof(double))
            return double.Parse(text, CultureInfo.InvariantCulture);
        return type.IsEnum ? Enum.Parse(type, text) : text;
    }

    /// <summary>A union's text says of which type its value is.</summary>
    private static object? ReadUnion(Type union, string text)
    {
        foreach (var type in union.GenericTypeArguments)
        {
            var heading = $"{type.FullName}: ";
            if (text.StartsWith(heading, StringComparison.Ordinal))
                return Read(type, text[heading.Length..]);
        }

        throw new InvalidOperationException($"The text of a {union} does not begin with one of its types.");
    }
}
