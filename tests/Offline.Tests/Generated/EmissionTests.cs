namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>Conventions that the checked-in slices do not exercise; the rest is held against the published listing.</summary>
public sealed class EmissionTests
{
    [Test]
    public void ReplaceOnChanges_StandsInTheDefaultOptions() => Assert.That(
        SmallSlice.Root(SmallSlice.Of(more: ""","replaceOnChanges":["b","a.c"]""")),
        Does.Contain("""            ReplaceOnChanges = { "b", "a.c" },""" + "\n"));

    [Test]
    public void Enums_OfNumbers_AreCSharpEnums() => Assert.That(
        SmallSlice.Root(SmallSlice.Of(enums: """ "Level":{"Low":1,"High":10} """)),
        Does.EndWith("""
            [EnumType]
            public enum Level
            {
                High = 10,
                Low = 1,
            }

            """));

    [TestCase("""{"union":["string","integer"]}""", "InputUnion<string, int>?")]
    [TestCase("""{"union":["string","integer","boolean"]}""", "Input<object>?")]
    [TestCase("""{"const":["Only"]}""", "Input<string>?")]
    [TestCase("\"number\"", "Input<double>?")]
    public void Inputs_AreTypedByTheirKind(string type, string expected) => Assert.That(
        SmallSlice.Root(SmallSlice.Of(inputs: $$""" "size":{"is":{{type}}} """)),
        Does.Contain($"    public {expected} Size {{ get; set; }}\n"));

    [TestCase("\"string\"", "string?")]
    [TestCase("\"integer\"", "int?")]
    [TestCase("""{"list":"integer"}""", "global::System.Collections.Immutable.ImmutableArray<int>")]
    [TestCase("""{"map":"string"}""", "global::System.Collections.Immutable.ImmutableDictionary<string, string>?")]
    [TestCase("""{"union":["string","integer"]}""", "object?")]
    public void Outputs_ThatMayBeAbsent_AreNullableExceptLists(string type, string expected) => Assert.That(
        SmallSlice.Root(SmallSlice.Of(outputs: $$""" "size":{"is":{{type}}} """)),
        Does.Contain($"    public Output<{expected}> Size {{ get; private set; }} = null!;\n"));

    [Test]
    public void Files_DoNotDependOnTheOrderOfTheSlice()
    {
        var forward = SmallSlice.Of(
            inputs: """ "a":{"is":"string"},"b":{"is":"integer"} """, enums: """ "X":{"M":"m","N":"n"},"Y":{"O":"o"} """);
        var backward = SmallSlice.Of(
            inputs: """ "b":{"is":"integer"},"a":{"is":"string"} """, enums: """ "Y":{"O":"o"},"X":{"N":"n","M":"m"} """);

        Assert.That(SmallSlice.Generated(backward), Is.EqualTo(SmallSlice.Generated(forward)));
    }
}
