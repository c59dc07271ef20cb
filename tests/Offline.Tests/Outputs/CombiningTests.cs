using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Outputs;

internal sealed class CombiningTests
{
    [Test]
    public async Task All_Known_KeepsTheOrder()
        => Assert.That(
            (await Look.AtAsync(Output.All(Output.Create(1), Output.Create(Task.FromResult(2)), Output.Create(3)))).Value,
            Is.EqualTo(new[] { 1, 2, 3 }));

    [Test]
    public async Task All_OneSecret_IsSecret()
        => Assert.That(await Output.IsSecretAsync(Output.All<int>(1, Output.CreateSecret(2))), Is.True);

    [Test]
    public async Task All_OneUnknown_IsUnknown()
        => Assert.That(
            await OutputUtilities.GetIsKnownAsync(Output.All<int>(1, OutputUtilities.CreateUnknown(2))), Is.False);

    [Test]
    public async Task All_Enumerable_IsTaken()
        => Assert.That(
            (await Look.AtAsync(Output.All(Enumerable.Range(1, 2).Select(value => Output.Create(value))))).Value,
            Is.EqualTo(new[] { 1, 2 }));

    [Test]
    public async Task Tuple_MixesTypes()
        => Assert.That(
            await Look.AtAsync(Output.Tuple(Output.Create(1), Output.CreateSecret("a"))), Is.EqualTo(Look<(int, string)>.Secret((1, "a"))));

    [Test]
    public async Task Tuple_OfEight_TakesInputs()
        => Assert.That(
            (await Look.AtAsync(Output.Tuple<int, int, int, int, int, int, int, string>(1, 2, 3, 4, 5, 6, 7, "8"))).Value,
            Is.EqualTo((1, 2, 3, 4, 5, 6, 7, "8")));

    [Test]
    public async Task Format_FillsInputsOutputsAndPlainValues()
    {
        Input<string> input = "b";

        Assert.That(
            await Look.AtAsync(Output.Format($"{Output.Create("a")}-{input}-{1.5}-{null}")),
            Is.EqualTo(Look<string>.Plain("a-b-1.5-")));
    }

    [Test]
    public async Task Format_SecretHole_IsSecret()
        => Assert.That(await Look.AtAsync(Output.Format($"x{Output.CreateSecret(1):00}")), Is.EqualTo(Look<string>.Secret("x01")));

    [Test]
    public async Task Format_UnknownHoleInPreview_IsUnknown()
        => Assert.That(
            await Run.InPreviewAsync(() => Look.AtAsync(Output.Format($"x{OutputUtilities.CreateUnknown(1)}"))),
            Is.EqualTo(Look<string>.Unknown));

    [Test]
    public async Task GetAtFirstLength_ReadArrays()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Multiple(async () =>
        {
            Assert.That(await OutputUtilities.GetValueAsync(array.First()), Is.EqualTo("a"));
            Assert.That(await OutputUtilities.GetValueAsync(array.GetAt(1)), Is.EqualTo("b"));
            Assert.That(await OutputUtilities.GetValueAsync(array.Length()), Is.EqualTo(2));
        });
    }
}
