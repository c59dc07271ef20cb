using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Azure.Observability;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>One row, by the names of its columns.</summary>
internal sealed class LogRow
{
    private readonly IReadOnlyDictionary<string, JsonElement> _values;

    private LogRow(IReadOnlyDictionary<string, JsonElement> values) => _values = values;

    /// <exception cref="LogFormatException">A row has not as many values as there are columns.</exception>
    public static ImmutableArray<LogRow> Of(LogRows rows) =>
    [
        .. rows.Rows.Select(row => row.Length == rows.Columns.Length
            ? new LogRow(rows.Columns.Zip(row).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal))
            : throw new LogFormatException($"a row has {row.Length} values in {rows.Columns.Length} columns")),
    ];

    /// <exception cref="LogFormatException">It is none, as with every other kind.</exception>
    public string Text(string column) =>
        Value(column) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Wrong(column, "text");

    public long Count(string column) =>
        Value(column) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var count) && count >= 0
            ? count
            : throw Wrong(column, "a count");

    /// <summary>May be no finite one: Kusto writes such numbers as text.</summary>
    public double Number(string column) => Value(column) switch
    {
        { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
        { ValueKind: JsonValueKind.String } value when value.GetString() is "NaN" or "Infinity" or "-Infinity" =>
            double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => throw Wrong(column, "a number"),
    };

    public DateTimeOffset Time(string column) =>
        DateTimeOffset.TryParse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Wrong(column, "a time");

    private JsonElement Value(string column) => _values.TryGetValue(column, out var value)
        ? value
        : throw new LogFormatException($"the logs' answer has no column {column}; it has {string.Join(", ", _values.Keys)}");

    private LogFormatException Wrong(string column, string kind) => new($"{column} is {Value(column).GetRawText()}, not {kind}");
}

/// <param name="message">A sentence without its full stop.</param>
internal sealed class LogFormatException(string message) : Exception(message);
