using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.Values;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.Diff;

public sealed class InputDiffTests
{
    private static readonly TestCaseData[] Cases =
    [
        Case("nothing", Map(("a", 1)), Map(("a", 1))),
        Case("changed", Map(("a", 1)), Map(("a", 2)), "a: 1 -> 2"),
        Case("added", Map(), Map(("a", 1)), "a: nothing -> 1"),
        Case("removed", Map(("a", 1)), Map(), "a: 1 -> nothing"),
        Case("other kind", Map(("a", "1")), Map(("a", 1)), "a: \"1\" -> 1"),
        Case("nested", Map(("a", Map(("b", true)))), Map(("a", Map(("b", false)))), "a.b: true -> false"),
        Case("item", Map(("a", List(1, 2))), Map(("a", List(1, 3))), "a[1]: 2 -> 3"),
        Case("longer", Map(("a", List(1))), Map(("a", List(1, "x"))), "a[1]: nothing -> \"x\""),
        Case("shorter", Map(("a", List(1, 2))), Map(("a", List(1))), "a[1]: 2 -> nothing"),
        Case("in order", Map(("b", 1), ("a", 1)), Map(("b", 2), ("c", 1)), "a: 1 -> nothing", "b: 1 -> 2", "c: nothing -> 1"),
        Case("dotted key", Map(("tags", Map(("a.b", 1)))), Map(("tags", Map(("a.b", 2)))), "tags[\"a.b\"]: 1 -> 2"),
        Case("added whole", Map(), Map(("a", Map(("b", List(1))))), "a: nothing -> { b: [1] }"),
        Case("unknown", Map(("a", 1)), Map(("a", UnknownValue.Instance)), "a: 1 -> [known after up]"),
        Case("same secret", Map(("a", new SecretValue("x"))), Map(("a", new SecretValue("x")))),
        Case("other secret", Map(("a", new SecretValue("x"))), Map(("a", new SecretValue("y"))), "a: [secret] -> [secret]"),
        Case("secrets that cannot be told apart", Map(("a", new SecretValue(null))), Map(("a", new SecretValue(null))), "a: [secret] -> [secret]"),
        Case("secret now", Map(("a", "x")), Map(("a", new SecretValue("x"))), "a: \"x\" -> [secret]"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Between_FindsTheSmallestDifference(object before, object after, string[] expected)
    {
        var changes = InputDiff.Between((MapValue)before, (MapValue)after)
            .Select(change => $"{change.Path}: {change.From?.Text() ?? "nothing"} -> {change.To?.Text() ?? "nothing"}");

        Assert.That(changes, Is.EqualTo(expected));
    }

    private static TestCaseData Case(string name, MapValue before, MapValue after, params string[] expected) =>
        new TestCaseData(before, after, expected).SetName($"Between_{name}");
}
