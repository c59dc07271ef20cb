using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>A value of an answer, read by the names that Azure documents.</summary>
/// <remarks>What is optional is null where it is absent or null; what is not is an <see cref="AzureUnexpectedAnswer"/>.</remarks>
internal readonly record struct WireJson(AzureCallName Call, JsonElement Element)
{
    public WireJson? Find(params ReadOnlySpan<string> path)
    {
        var found = Element;
        foreach (var name in path)
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                return null;
        }

        return found.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : this with { Element = found };
    }

    public string Text(params ReadOnlySpan<string> path) => TextOrNull(path) ?? throw Missing(path);

    public string? TextOrNull(params ReadOnlySpan<string> path) =>
        Find(path) is { Element.ValueKind: JsonValueKind.String } found ? found.Element.GetString() : null;

    public int? WholeOrNull(params ReadOnlySpan<string> path) =>
        Find(path) is { Element.ValueKind: JsonValueKind.Number } found && found.Element.TryGetInt32(out var number) ? number : null;

    /// <exception cref="AzureUnexpectedAnswer">Something else stands there, such as <c>"NaN"</c>, which is not that nothing does.</exception>
    public double? NumberOrNull(params ReadOnlySpan<string> path) => Find(path) switch
    {
        null => null,
        { Element.ValueKind: JsonValueKind.Number } found => found.Element.GetDouble(),
        { } other => throw new AzureUnexpectedAnswer(
            Call, $"'{string.Join('.', path.ToArray())}' is {other.Element.GetRawText()}, which is no number."),
    };

    public bool Flag(params ReadOnlySpan<string> path) => Find(path) switch
    {
        { Element.ValueKind: JsonValueKind.True } => true,
        { Element.ValueKind: JsonValueKind.False } => false,
        _ => throw Missing(path),
    };

    public DateTimeOffset? TimeOrNull(params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(TextOrNull(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>None where the list is absent.</summary>
    public IEnumerable<WireJson> ListOrNone(params ReadOnlySpan<string> path) => Find(path) is { } list ? list.Items() : [];

    public IEnumerable<WireJson> List(params ReadOnlySpan<string> path) => (Find(path) ?? throw Missing(path)).Items();

    private IEnumerable<WireJson> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw new AzureUnexpectedAnswer(Call, "it has something else where a list belongs.");
        var call = Call;
        return Element.EnumerateArray().Select(item => new WireJson(call, item));
    }

    private AzureUnexpectedAnswer Missing(ReadOnlySpan<string> path) =>
        new(Call, $"it lacks '{string.Join('.', path.ToArray())}'.");
}
