using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ReleaseInfra.Offline.Generator;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Tests.Generated;

public sealed class SliceProblemTests
{
    private const string KnownTypes =
        "(known: any, boolean, integer, number, string, list, map, type, response, enum, union, const)";

    private const string Thing = "/resources/random:index/thing:Thing";

    private static readonly TestCaseData[] Problems =
    [
        Problem("UnknownType", SmallSlice.Of(inputs: """ "at":{"is":"date"} """),
            $"{Thing}/inputs/at/is is of the unknown type 'date' {KnownTypes}"),
        Problem("UnknownShape", SmallSlice.Of(inputs: """ "at":{"is":{"set":"string"}} """),
            $"{Thing}/inputs/at/is is of the unknown type 'set' {KnownTypes}"),
        Problem("TwoShapes", SmallSlice.Of(inputs: """ "at":{"is":{"list":"string","map":"string"}} """),
            $"{Thing}/inputs/at/is is a type with 2 keys, and a type has one"),
        Problem("UnionOfOne", SmallSlice.Of(inputs: """ "at":{"is":{"union":["string"]}} """),
            $"{Thing}/inputs/at/is/union is a union of fewer than two types"),
        Problem("UnknownKey", SmallSlice.Of(inputs: """ "at":{"is":"string","secret":true} """),
            $"{Thing}/inputs/at has 'secret', which the generator does not know (known: is, required, default)"),
        Problem("NoType", SmallSlice.Of(inputs: """ "at":{"required":true} """), $"{Thing}/inputs/at lacks 'is'"),
        Problem("MissingNestedType", SmallSlice.Of(inputs: """ "at":{"is":{"type":"Gone"}} """),
            "the type 'Gone' is not in the slice"),
        Problem("MissingResponse", SmallSlice.Of(outputs: """ "at":{"is":{"response":"Gone"}} """),
            "the response 'Gone' is not in the slice"),
        Problem("MissingEnum", SmallSlice.Of(inputs: """ "at":{"is":{"enum":"Gone"}} """),
            "the enum 'Gone' is not in the slice"),
        Problem("DefaultOutsideTheEnum", SmallSlice.Of(
                inputs: """ "at":{"is":{"enum":"Kind"},"default":"c"} """, enums: """ "Kind":{"A":"a","B":"b"} """),
            "the enum 'Kind' has no value 'c' (known: a, b)"),
        Problem("HalfNumber", SmallSlice.Of(enums: """ "Level":{"Low":1.5} """), "/enums/Level/Low is 1.5, not a whole number"),
        Problem("UnknownPackage", SmallSlice.Of().Replace("\"random\"", "\"aws\"", StringComparison.Ordinal),
            "the package 'aws' is unknown (known: azure-native, docker, random)"),
        Problem("NotASlice", "[]", "the slice is [], not an object"),
    ];

    [TestCaseSource(nameof(Problems))]
    public void Rejects(string slice, string message) => Assert.That(
        () => SmallSlice.Generated(slice), Throws.TypeOf<SchemaException>().With.Message.EqualTo(message));

    [Test]
    public void Rejects_BrokenJson() => Assert.That(
        () => SmallSlice.Generated("{"), Throws.TypeOf<SchemaException>().With.Message.StartsWith("not JSON: "));

    [Test]
    public void Generator_ReportsAProblemAsADiagnosticAtTheSlice()
    {
        var result = CSharpGeneratorDriver.Create(new ProviderPackageGenerator())
            .AddAdditionalTexts([new Slice("random.json", SmallSlice.Of(inputs: """ "at":{"is":"date"} """))])
            .RunGenerators(CSharpCompilation.Create("Empty"))
            .GetRunResult();

        var diagnostic = result.Diagnostics.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.Id, Is.EqualTo("RIG001"));
            Assert.That(diagnostic.Severity, Is.EqualTo(DiagnosticSeverity.Error));
            Assert.That(diagnostic.Location.GetLineSpan().Path, Is.EqualTo("random.json"));
            Assert.That(diagnostic.GetMessage(null), Does.StartWith(
                $"No types were made from the schema slice: {Thing}/inputs/at/is is of the unknown type 'date'"));
            Assert.That(result.GeneratedTrees, Is.Empty);
        }
    }

    private static TestCaseData Problem(string name, string slice, string message) =>
        new(slice, message) { TestName = $"Rejects_{name}" };

    private sealed class Slice(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
