using System.Globalization;
using System.Text;

namespace ReleaseInfra.Cli.Engine.Values;

/// <summary>Values on one line, for people.</summary>
internal static class InputValueText
{
    public const string Secret = "[secret]";
    public const string Unknown = "[known after up]";

    public static string Text(this InputValue value)
    {
        if (value is TextValue text)
            return Quoted(text.Value);

        var builder = new StringBuilder();
        Append(builder, value);
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, InputValue value)
    {
        switch (value)
        {
            case NullValue:
                builder.Append("null");
                break;
            case BooleanValue flag:
                builder.Append(flag.Value ? "true" : "false");
                break;
            case NumberValue number:
                builder.Append(CultureInfo.InvariantCulture, $"{number.Value}");
                break;
            case TextValue text:
                builder.Append(Quoted(text.Value));
                break;
            case SecretValue:
                builder.Append(Secret);
                break;
            case UnknownValue:
                builder.Append(Unknown);
                break;
            case ListValue list:
                AppendAll(builder, "[", "]", list.Items, item => Append(builder, item));
                break;
            case MapValue map:
                AppendAll(builder, "{ ", " }", map.Entries, entry => AppendEntry(builder, entry));
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} has no text.");
        }
    }

    private static void AppendEntry(StringBuilder builder, MapEntry entry)
    {
        builder.Append(entry.Key).Append(": ");
        Append(builder, entry.Value);
    }

    private static void AppendAll<T>(StringBuilder builder, string open, string close, IEnumerable<T> items, Action<T> append)
    {
        builder.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                builder.Append(", ");
            first = false;
            append(item);
        }

        builder.Append(close);
    }

    /// <summary>Control characters would let a value move the cursor of the terminal that it is shown on.</summary>
    private static string Quoted(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.AsSpan().ContainsAny('"', '\x7f', '\x9b'))
            return $"\"{text}\"";

        var builder = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' => builder.Append("\\n"),
                '"' => builder.Append("\\\""),
                _ when char.IsControl(character) => builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => builder.Append(character),
            };
        }

        return builder.Append('"').ToString();
    }
}
