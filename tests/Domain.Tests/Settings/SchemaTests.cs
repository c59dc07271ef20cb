using System.Text.Json;
using ReleaseInfra.Domain.Releases.Reading;
using ReleaseInfra.Domain.Settings.Reading;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Domain.Tests.Settings;

/// <summary>The schemas that editors use against the keys that readers take, both ways.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Environment = Load("environment");
    private static readonly JsonElement Stack = Load("stack");

    [Test]
    public void Environment_HasTheReadersKeysWithTheirRanges() =>
        Assert.That(OfSchema(Environment, Environment, ""), Is.EquivalentTo(OfTables([EnvironmentReader.Keys], "")));

    [Test]
    public void Stack_HasTheReadersKeysWithTheirRanges() => Assert.That(
        OfSchema(Stack, Stack.GetProperty("properties").GetProperty("config"), ""),
        Is.EquivalentTo(OfTables([StackReader.Keys], "")));

    [Test]
    public void EveryKey_IsDescribed() => Assert.That(
        Descriptions(Environment, Environment, "").Concat(Descriptions(Stack, Stack, "")).Where(key => key.Text.Length == 0).Select(key => key.Path),
        Is.Empty);

    [Test]
    public void EveryKey_StandsInTheDocumentation()
    {
        var documented = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs/configuration.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.That(documented, Is.EquivalentTo(
            OfTables([EnvironmentReader.Keys], "").Concat(OfTables([StackReader.Keys], "")).Select(line => line.Split(' ')[0])));
    }

    // A key of several kinds of the same object is one line.
    private static IEnumerable<string> OfTables(IEnumerable<KeyTable> tables, string path) => tables
        .SelectMany(table => table.Keys)
        .SelectMany(key => Lines(key, $"{path}{key.Name}"))
        .Distinct();

    private static IEnumerable<string> Lines(Key key, string path) => key switch
    {
        SectionKey section => OfTables(section.Variants, $"{path}.").Prepend(path),
        EntriesKey entries => OfTables(entries.Variants, $"{path}.*.").Prepend(path),
        _ => [$"{path}{Limits(FormOf(key))}", .. FormOf(key) is IListed { ItemForm: IKeyed item } ? OfTables([item.Keys], $"{path}[].") : []],
    };

    private static Form FormOf(Key key) => (Form)key.GetType().GetProperty(nameof(Key<int>.Form))!.GetValue(key)!;

    private static string Limits(Form form) => form switch
    {
        WholeForm whole => $" {whole.Minimum}..{whole.Maximum}",
        DecimalForm number => FormattableString.Invariant($" {number.Minimum}..{number.Maximum}"),
        StepForm steps => $" {string.Join("|", steps.Steps)}",
        IChoice choice => $" {string.Join("|", choice.Words)}",
        _ => "",
    };

    private static IEnumerable<string> OfSchema(JsonElement root, JsonElement written, string path)
    {
        var schema = Resolve(root, written);
        IEnumerable<JsonElement> variants = schema.TryGetProperty("oneOf", out var oneOf) ? oneOf.EnumerateArray() : [schema];
        return variants
            .Select(variant => Resolve(root, variant))
            .Where(variant => variant.TryGetProperty("properties", out _))
            .SelectMany(variant => variant.GetProperty("properties").EnumerateObject())
            .SelectMany(property => LinesOf(root, Resolve(root, property.Value), $"{path}{property.Name}"))
            .Distinct();
    }

    private static IEnumerable<string> LinesOf(JsonElement root, JsonElement schema, string path)
    {
        var below = OfSchema(root, schema, $"{path}.");
        if (schema.TryGetProperty("additionalProperties", out var entries) && entries.ValueKind == JsonValueKind.Object)
            below = below.Concat(OfSchema(root, entries, $"{path}.*."));
        if (schema.TryGetProperty("items", out var items))
            below = below.Concat(OfSchema(root, items, $"{path}[]."));
        return below.Prepend($"{path}{LimitsOf(schema)}");
    }

    private static string LimitsOf(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var words))
            return $" {string.Join("|", words.EnumerateArray().Select(word => word.ToString()))}";
        return schema.TryGetProperty("minimum", out var minimum) ? $" {minimum.GetRawText()}..{schema.GetProperty("maximum").GetRawText()}" : "";
    }

    private static IEnumerable<(string Path, string Text)> Descriptions(JsonElement root, JsonElement written, string path)
    {
        var schema = Resolve(root, written);
        var text = schema.TryGetProperty("description", out var description) ? description.GetString()! : "";
        var below = Enumerable.Empty<(string, string)>();
        if (schema.TryGetProperty("properties", out var properties))
            below = properties.EnumerateObject().SelectMany(property => Descriptions(root, property.Value, $"{path}.{property.Name}"));
        return below.Prepend((path, text));
    }

    private static JsonElement Resolve(JsonElement root, JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference)
            ? root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
            : schema;

    private static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, $"stacks/schema/{name}.schema.json"))).RootElement;
}
