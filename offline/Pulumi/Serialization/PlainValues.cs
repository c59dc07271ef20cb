using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Values that are serialised already: a mock that gives back what it got need not have it built anew.</summary>
internal static class PlainValues
{
    public static bool Are(object? value)
        => value switch
        {
            null or bool or double => true,
            string text => text != Constants.UnknownValue,
            ImmutableArray<object?> list => AreElements(list),
            ImmutableDictionary<string, object?> map => AreEntries(map),
            _ => false,
        };

    private static bool AreElements(ImmutableArray<object?> list)
    {
        if (list.IsDefault)
            return false;
        foreach (var item in list)
        {
            if (!Are(item))
                return false;
        }

        return true;
    }

    private static bool AreEntries(ImmutableDictionary<string, object?> map)
    {
        foreach (var (key, value) in map)
        {
            if (value is null || key.StartsWith("__", StringComparison.Ordinal) || !Are(value))
                return false;
        }

        return true;
    }
}
