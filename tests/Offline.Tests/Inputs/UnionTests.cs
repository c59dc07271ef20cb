using Pulumi;
using Pulumi.Utilities;

namespace ReleaseInfra.Offline.Tests.Inputs;

internal sealed class UnionTests
{
    [Test]
    public void FromT1_IsT1()
    {
        Union<string, int> union = 1;

        Assert.Multiple(() =>
        {
            Assert.That(union.IsT1, Is.True);
            Assert.That(union.AsT1, Is.EqualTo(1));
            Assert.That(union.Value, Is.EqualTo(1));
            Assert.That(() => union.AsT0, Throws.InvalidOperationException);
            Assert.That(union.Match(text => text, number => $"#{number}"), Is.EqualTo("#1"));
        });
    }

    [Test]
    public void Equals_ComparesTypeAndValue()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Union<string, int>.FromT0("a"), Is.EqualTo((Union<string, int>)"a"));
            Assert.That(Union<string, int>.FromT0("a"), Is.Not.EqualTo(Union<string, int>.FromT1(1)));
        });
    }

    [Test]
    public void Maps_TouchOnlyTheirSide()
    {
        var union = Union<string, int>.FromT0("a");

        Assert.Multiple(() =>
        {
            Assert.That(union.MapT0(text => text.Length).AsT0, Is.EqualTo(1));
            Assert.That(union.MapT1(number => number + 1).AsT0, Is.EqualTo("a"));
            Assert.That(union.TryPickT1(out _, out var rest), Is.False);
            Assert.That(rest, Is.EqualTo("a"));
        });
    }

    [Test]
    public async Task InputUnion_TakesValuesAndOutputsOfBothTypes()
    {
        InputUnion<string, int>[] unions = ["a", 1, Output.Create("a"), Output.Create(1), Union<string, int>.FromT0("a")];
        var values = new List<object>();
        foreach (var union in unions)
            values.Add((await OutputUtilities.GetValueAsync(union.ToOutput())).Value);

        Assert.That(values, Is.EqualTo(new object[] { "a", 1, "a", 1, "a" }));
    }

    [Test]
    public async Task OutputExtensions_ReadUnions()
    {
        var output = Output.Create(Union<string, int>.FromT1(1));

        Assert.Multiple(async () =>
        {
            Assert.That(await OutputUtilities.GetValueAsync(output.IsT0()), Is.False);
            Assert.That(await OutputUtilities.GetValueAsync(output.AsT1()), Is.EqualTo(1));
            Assert.That(await OutputUtilities.GetValueAsync(output.Value()), Is.EqualTo(1));
        });
    }
}
