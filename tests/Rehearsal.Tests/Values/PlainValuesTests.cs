using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Values;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Values;

public sealed class PlainValuesTests
{
    private static readonly TestCaseData[] Pairs =
    [
        new TestCaseData(null, "", true),
        new TestCaseData(null, false, true),
        new TestCaseData(null, Map(("a", "")), true),
        new TestCaseData(null, 0, false),
        new TestCaseData(1, 1.0, true),
        new TestCaseData("1", 1, false),
        new TestCaseData(List("a", "b"), List("b", "a"), false),
        new TestCaseData(List("a"), List("a", "b"), false),
        new TestCaseData(Map(("a", 1), ("b", 2)), Map(("b", 2), ("a", 1)), true),
        new TestCaseData(Map(("a", 1)), Map(("a", 1), ("b", 2)), false),
        new TestCaseData(Map(("a", List(Map(("b", "c"))))), Map(("a", List(Map(("b", "d"))))), false),
    ];

    [TestCaseSource(nameof(Pairs))]
    public void Same_IsStructural(object? left, object? right, bool expected) =>
        Assert.That(PlainValues.Same(PlainValues.Freeze(left), PlainValues.Freeze(right)), Is.EqualTo(expected));

    [Test]
    public void Freeze_IsNotChangedAfterwards()
    {
        var inner = new List<object> { "a" };
        var frozen = PlainValues.Map(Map(("list", inner)));

        inner.Add("b");

        Assert.That(PlainValues.Select(frozen, "list[]"), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Rejects_WhatIsNoValue() =>
        Assert.That(() => PlainValues.Freeze(DateTimeOffset.UnixEpoch), Throws.ArgumentException.With.Message.StartsWith("DateTimeOffset is no property value."));

    [TestCase("a.b[].c", new object[] { 1.0, 2.0 })]
    [TestCase("a.b[].none", new object[0])]
    [TestCase("none.b", new object[0])]
    public void Select_FansOut(string path, object[] expected) =>
        Assert.That(
            PlainValues.Select(PlainValues.Map(Map(("a", Map(("b", List(Map(("c", 1)), Map(("c", 2)))))))), path), Is.EqualTo(expected));

    [Test]
    public void MergePatch_MergesMapsRemovesNullsAndReplacesLists()
    {
        var target = PlainValues.Map(Map(("keep", 1), ("drop", 2), ("list", List(1, 2)), ("map", Map(("keep", 1), ("drop", 2)))));

        var merged = MergePatch.Apply(target, new Dictionary<string, object?>
        {
            ["drop"] = null,
            ["list"] = List(3),
            ["map"] = new Dictionary<string, object?> { ["drop"] = null, ["add"] = 4 },
        });

        Assert.That(PlainValues.Same(merged, PlainValues.Map(Map(("keep", 1), ("list", List(3)), ("map", Map(("keep", 1), ("add", 4)))))), Is.True);
        Assert.That(merged.ContainsKey("drop"), Is.False);
    }

    [TestCase("secrets[].value")]
    [TestCase("secrets[1].value")]
    public void SecretMask_CoversThePath(string path)
    {
        var inputs = PlainValues.Map(Map(("secrets", List(Map(("value", "first")), Map(("value", "second"))))));

        var masked = new SecretMask(secret => secret.ToUpperInvariant()).Over(inputs, [path]);

        Assert.That(PlainValues.Select(masked, "secrets[].value").Last(), Is.EqualTo("[secret SECOND]"));
        Assert.That(PlainValues.Select(masked, "secrets[].value").First(), Is.EqualTo(path.Contains("[]", StringComparison.Ordinal) ? "[secret FIRST]" : "first"));
    }

    [Test]
    public void SecretMask_CoversEverythingBeneath()
    {
        var masked = new SecretMask(secret => secret.ToUpperInvariant()).Over(
            PlainValues.Map(Map(("a", Map(("b", List("x", 1)), ("c", true))), ("d", "y"))), ["a", "none.at[].all"]);

        Assert.That(PlainValues.Select(masked, "a.b[]"), Is.EqualTo(new[] { "[secret X]", "[secret 1]" }));
        Assert.That(PlainValues.Select(masked, "a.c"), Is.EqualTo(new[] { "[secret TRUE]" }));
        Assert.That(masked["d"], Is.EqualTo("y"));
    }

    [Test]
    public void SecretMask_Twice_IsTheSame()
    {
        var mask = new SecretMask(secret => secret.ToUpperInvariant());
        var once = mask.Over(PlainValues.Map(Map(("key", "a"))), ["key"]);

        Assert.That(PlainValues.Same(mask.Over(once, ["key"]), once), Is.True);
    }

    [Test]
    public void With_AtAPath() =>
        Assert.That(
            PlainValues.With(PlainValues.Map(Map(("a", Map(("b", 1))))), ["a", "b"], null)["a"], Is.EqualTo(ImmutableSortedDictionary<string, object>.Empty));
}
