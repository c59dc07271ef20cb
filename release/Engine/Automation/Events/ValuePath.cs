using System.Globalization;
using ReleaseInfra.Cli.Engine.Values;

namespace ReleaseInfra.Cli.Engine.Automation.Events;

/// <summary>Finds what stands at a path of a diff, as in <c>template.containers[0].image</c> or <c>tags["a.b"]</c>.</summary>
internal static class ValuePath
{
    /// <summary>Null where there is nothing; a secret's inside is the secret.</summary>
    public static InputValue? Find(InputValue? value, string path)
    {
        foreach (var key in Keys(path))
        {
            value = value switch
            {
                SecretValue or UnknownValue => value,
                MapValue map => map.Find(key),
                ListValue list when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < list.Items.Length => list.Items[index],
                _ => null,
            };
        }

        return value;
    }

    private static IEnumerable<string> Keys(string path)
    {
        for (var at = 0; at < path.Length;)
        {
            var (start, end, next) = Key(path, at);
            yield return path[start..end].Replace("\\\"", "\"", StringComparison.Ordinal);
            at = next < path.Length && path[next] == '.' ? next + 1 : next;
        }
    }

    private static (int Start, int End, int Next) Key(string path, int at)
    {
        if (path.AsSpan(at).StartsWith("[\""))
        {
            var quoted = path.IndexOf("\"]", at + 2, StringComparison.Ordinal) is >= 0 and var close ? close : path.Length;
            return (at + 2, quoted, Math.Min(quoted + 2, path.Length));
        }

        if (path[at] == '[')
        {
            var bracket = path.IndexOf(']', at) is >= 0 and var close ? close : path.Length;
            return (at + 1, bracket, Math.Min(bracket + 1, path.Length));
        }

        var plain = path.IndexOfAny(['.', '['], at) is >= 0 and var end ? end : path.Length;
        return (at, plain, plain);
    }
}
