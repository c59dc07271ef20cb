using System.Collections;
using System.Reflection;

namespace ReleaseInfra.Release.Tests.Journal;

/// <summary>Everything that a value holds, as text: records compare their lists by reference.</summary>
internal static class Structure
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string or Enum => $"{value}",
        DateTimeOffset at => at.ToString("O"),
        TimeSpan duration => duration.ToString("c"),
        double real => real.ToString("R"),
        decimal number => number.ToString(),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Of))}]",
        _ when value.GetType().IsPrimitive => value.ToString()!,
        _ => $"{value.GetType().Name}{{{string.Join(", ", Properties(value.GetType()).Select(property => $"{property.Name}={Of(property.GetValue(value))}"))}}}",
    };

    private static IEnumerable<PropertyInfo> Properties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.Name, StringComparer.Ordinal);
}
