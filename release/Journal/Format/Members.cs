using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ReleaseInfra.Cli.Journal.Format;

/// <summary>Values as every line of a journal writes them.</summary>
internal static class Members
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static void WriteMoment(this Utf8JsonWriter writer, string name, DateTimeOffset at) =>
        writer.WriteString(name, at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture));

    /// <summary>In seconds, exactly.</summary>
    public static void WriteDuration(this Utf8JsonWriter writer, string name, TimeSpan duration) =>
        writer.WriteNumber(name, (decimal)duration.Ticks / TimeSpan.TicksPerSecond);

    /// <summary>What is not finite is written as a word: JSON has no number for it.</summary>
    public static void WriteReal(this Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumber(name, value);
        else
            writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
    }

    public static void WriteOptional(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    public static void WriteEach<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static ImmutableArray<string> Texts(this JsonElement element, string name) =>
        [.. element.Each(name).Select(text => text.GetString() ?? throw new JsonException($"'{name}' has a text that is null."))];

    public static string Text(this JsonElement element, string name) =>
        element.OptionalText(name) ?? throw new JsonException($"'{name}' is null.");

    public static string? OptionalText(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static int Whole(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static int? OptionalWhole(this JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.GetInt32() : null;

    public static long Count(this JsonElement element, string name) => element.GetProperty(name).GetInt64();

    public static bool Flag(this JsonElement element, string name) => element.GetProperty(name).GetBoolean();

    public static double Real(this JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.String } word
        ? double.Parse(word.GetString()!, CultureInfo.InvariantCulture)
        : element.GetProperty(name).GetDouble();

    public static DateTimeOffset Time(this JsonElement element, string name) => DateTimeOffset.ParseExact(
        element.Text(name), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static TimeSpan Duration(this JsonElement element, string name) =>
        TimeSpan.FromTicks(decimal.ToInt64(element.GetProperty(name).GetDecimal() * TimeSpan.TicksPerSecond));

    public static IEnumerable<JsonElement> Each(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();
}
