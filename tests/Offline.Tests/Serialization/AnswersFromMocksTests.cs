using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Serialization;

internal sealed class AnswersFromMocksTests
{
    [Test]
    public async Task Scalars_AreConverted()
    {
        var widget = await AnsweredAsync(("text", "a"), ("number", 3.0), ("ratio", 0.5), ("flag", true), ("anything", 1));

        Assert.Multiple(async () =>
        {
            Assert.That(await Look.AtAsync(widget.Text), Is.EqualTo(Look<string?>.Plain("a")));
            Assert.That(await Look.AtAsync(widget.Number), Is.EqualTo(Look<int>.Plain(3)));
            Assert.That(await Look.AtAsync(widget.Ratio), Is.EqualTo(Look<double?>.Plain(0.5)));
            Assert.That(await Look.AtAsync(widget.Flag), Is.EqualTo(Look<bool?>.Plain(true)));
            Assert.That(await Look.AtAsync(widget.Anything), Is.EqualTo(Look<object?>.Plain(1.0)));
        });
    }

    [Test]
    public async Task Collections_AreConverted()
    {
        var widget = await AnsweredAsync(
            ("list", new[] { "a", "b" }), ("map", new Dictionary<string, object> { ["a"] = "1" }));

        Assert.Multiple(async () =>
        {
            Assert.That(await OutputUtilities.GetValueAsync(widget.List), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(
                await OutputUtilities.GetValueAsync(widget.Map), Is.EqualTo(new Dictionary<string, string> { ["a"] = "1" }));
        });
    }

    [Test]
    public async Task OutputTypes_AreConstructed()
    {
        var part = new Dictionary<string, object> { ["name"] = "a", ["maxCount"] = 2 };
        var widget = await AnsweredAsync(("part", part), ("parts", new object[] { part }));

        Assert.Multiple(async () =>
        {
            var single = await OutputUtilities.GetValueAsync(widget.Part);
            Assert.That((single!.Name, single.MaxCount), Is.EqualTo(("a", (int?)2)));
            Assert.That((await OutputUtilities.GetValueAsync(widget.Parts)).Single().Name, Is.EqualTo("a"));
        });
    }

    [Test]
    public async Task EnumsAndUnions_AreConverted()
    {
        var widget = await AnsweredAsync(("color", "green"), ("size", 10), ("either", 4));

        Assert.Multiple(async () =>
        {
            Assert.That(await OutputUtilities.GetValueAsync(widget.Color), Is.EqualTo(Color.Green));
            Assert.That(await OutputUtilities.GetValueAsync(widget.Size), Is.EqualTo(Size.Large));
            Assert.That((await OutputUtilities.GetValueAsync(widget.Either)).AsT1, Is.EqualTo(4));
        });
    }

    [Test]
    public async Task Missing_InUpdate_IsTheKnownDefault()
    {
        var widget = await AnsweredAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await Look.AtAsync(widget.Text), Is.EqualTo(Look<string?>.Plain(null)));
            Assert.That(await Look.AtAsync(widget.Number), Is.EqualTo(Look<int>.Plain(0)));
            Assert.That((await Look.AtAsync(widget.List)).Value.IsDefault, Is.True);
        });
    }

    [Test]
    public async Task Missing_InPreview_IsUnknown()
    {
        Widget widget = null!;
        await Run.PreviewAsync(() => widget = new Widget("w"), RecordingMocks.Giving("id"));

        Assert.Multiple(async () =>
        {
            Assert.That(await Look.AtAsync(widget.Text), Is.EqualTo(Look<string?>.Unknown));
            Assert.That(await Look.AtAsync(widget.Id), Is.EqualTo(Look<string>.Plain("id")));
        });
    }

    [TestCase(null)]
    [TestCase("")]
    public async Task NoId_IsUnknown(string? id)
    {
        Widget widget = null!;
        await Run.UpdateAsync(() => widget = new Widget("w"), RecordingMocks.Giving(id));

        Assert.That(await OutputUtilities.GetIsKnownAsync(widget.Id), Is.False);
    }

    [Test]
    public async Task SecretOrUnknownInTheState_MarksTheOutput()
    {
        var widget = await AnsweredAsync(
            ("text", Output.CreateSecret("a")),
            ("list", new object[] { Output.CreateSecret("a") }),
            ("number", OutputUtilities.CreateUnknown(1)));

        Assert.Multiple(async () =>
        {
            Assert.That(await Look.AtAsync(widget.Text), Is.EqualTo(Look<string?>.Secret("a")));
            Assert.That(await Output.IsSecretAsync(widget.List), Is.True);
            Assert.That(await OutputUtilities.GetIsKnownAsync(widget.Number), Is.False);
        });
    }

    [Test]
    public async Task OtherType_IsNoErrorButTheDefault()
        => Assert.That(await Look.AtAsync((await AnsweredAsync(("text", 1)))!.Text), Is.EqualTo(Look<string?>.Plain(null)));

    [Test]
    public async Task AdditionalSecretOutputs_AreIgnoredByMocks()
    {
        Widget widget = null!;
        await Run.UpdateAsync(
            () => widget = new Widget("w", options: new() { AdditionalSecretOutputs = { "text" } }),
            RecordingMocks.Giving("id", ("text", "a")));

        Assert.That(await Output.IsSecretAsync(widget.Text), Is.False);
    }

    [Test]
    public async Task Outputs_DependOnTheirResource()
    {
        var widget = await AnsweredAsync(("text", "a"));

        Assert.That(await Look.DependenciesOfAsync(widget.Text), Is.EquivalentTo(new Resource[] { widget }));
    }

    [Test]
    public async Task Rejects_StateOfAnotherType()
        => Assert.That(
            await Run.FailureAsync(() => Run.PreviewAsync(
                () => new Widget("w"), new RecordingMocks { Answer = _ => Task.FromResult<(string?, object)>(("id", 1)) })),
            Does.Contain("System.Int32 is not a supported argument type"));

    private static async Task<Widget> AnsweredAsync(params (string Name, object Value)[] state)
    {
        Widget widget = null!;
        await Run.UpdateAsync(() => widget = new Widget("w"), RecordingMocks.Giving("id", state));
        return widget;
    }
}
