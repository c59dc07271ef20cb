using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Serialization;

internal sealed class InputsToMocksTests
{
    [Test]
    public async Task Scalars_HaveWireNamesAndNumbersAreDoubles()
    {
        var inputs = await InputsAsync(() => new() { Text = "a", Number = 3, Ratio = 0.5, Flag = true });

        Assert.Multiple(() =>
        {
            Assert.That(inputs["text"], Is.EqualTo("a"));
            Assert.That(inputs["number"], Is.TypeOf<double>().And.EqualTo(3.0));
            Assert.That(inputs["ratio"], Is.EqualTo(0.5));
            Assert.That(inputs["flag"], Is.EqualTo(true));
        });
    }

    [Test]
    public async Task NothingSet_IsLeftOut()
        => Assert.That(await InputsAsync(() => new WidgetArgs()), Is.Empty);

    [Test]
    public async Task EmptyList_IsSent()
        => Assert.That(await InputsAsync(() => new() { List = Array.Empty<string>() }), Contains.Key("list"));

    [Test]
    public async Task Secrets_AreUnwrapped()
        => Assert.That((await InputsAsync(() => new() { Text = Output.CreateSecret("a") }))["text"], Is.EqualTo("a"));

    [Test]
    public async Task Unknowns_AreLeftOutWithAllAroundThem()
    {
        var inputs = await InputsAsync(() => new()
        {
            Text = OutputUtilities.CreateUnknown("a"),
            List = { "a", OutputUtilities.CreateUnknown("b") },
            Part = new PartArgs { Name = OutputUtilities.CreateUnknown("c") },
            Number = 1,
        });

        Assert.That(inputs.Keys, Is.EqualTo(new[] { "number" }));
    }

    [Test]
    public async Task Lists_AreArraysOfObjects()
        => Assert.That(
            (await InputsAsync(() => new() { List = { "a", "b" } }))["list"],
            Is.TypeOf<ImmutableArray<object>>().And.EqualTo(new object[] { "a", "b" }));

    [Test]
    public async Task Maps_AreDictionariesOfObjects()
        => Assert.That(
            (await InputsAsync(() => new() { Map = { { "a", "1" } } }))["map"],
            Is.TypeOf<ImmutableDictionary<string, object>>().And.EqualTo(new Dictionary<string, object> { ["a"] = "1" }));

    [Test]
    public async Task NestedArgs_AreDictionariesByWireNames()
    {
        var inputs = await InputsAsync(() => new()
        {
            Part = new PartArgs { Name = "a", MaxCount = 2 },
            Parts = { new PartArgs { Name = "b" } },
        });

        Assert.Multiple(() =>
        {
            Assert.That(inputs["part"], Is.EqualTo(new Dictionary<string, object> { ["name"] = "a", ["maxCount"] = 2.0 }));
            Assert.That(
                ((ImmutableArray<object>)inputs["parts"]).Single(),
                Is.EqualTo(new Dictionary<string, object> { ["name"] = "b" }));
        });
    }

    [Test]
    public async Task Enums_AreTheirValues()
    {
        var inputs = await InputsAsync(() => new() { Color = Color.Green, Size = Size.Large });

        Assert.Multiple(() =>
        {
            Assert.That(inputs["color"], Is.EqualTo("green"));
            Assert.That(inputs["size"], Is.EqualTo(10.0));
        });
    }

    [Test]
    public async Task Unions_AreTheValueTheyHold()
        => Assert.That((await InputsAsync(() => new() { Either = 4 }))["either"], Is.EqualTo(4.0));

    [Test]
    public async Task Json_IsItsValue()
    {
        using var document = JsonDocument.Parse("""{"a": [1, "b", null]}""");
        var inputs = await InputsAsync(() => new() { Plain = document.RootElement });

        Assert.That(
            ((ImmutableDictionary<string, object>)inputs["plain"])["a"], Is.EqualTo(new object?[] { 1.0, "b", null }));
    }

    [Test]
    public async Task Nulls_StayInListsAndLeaveDictionaries()
    {
        var inputs = await InputsAsync(() => new()
        {
            Plain = new Dictionary<string, object?> { ["list"] = new List<object?> { "a", null }, ["none"] = null },
        });

        var plain = (ImmutableDictionary<string, object>)inputs["plain"];
        Assert.Multiple(() =>
        {
            Assert.That(plain.Keys, Is.EqualTo(new[] { "list" }));
            Assert.That(plain["list"], Is.EqualTo(new object?[] { "a", null }));
        });
    }

    [Test]
    public async Task IdArgument_IsDropped()
        => Assert.That(await InputsAsync(() => new() { Id = "a" }), Is.Empty);

    [Test]
    public async Task Required_Missing_NamesTheMember()
        => Assert.That(
            await Run.FailureAsync(() => new Widget("w", new() { Part = new PartArgs() })),
            Does.Contain("[Input] ReleaseInfra.Offline.Tests.Fakes.PartArgs.Name is required but was not given a value"));

    [TestCase(1L, "System.Int64")]
    [TestCase('c', "System.Char")]
    public async Task Rejects_OtherTypes(object value, string name)
        => Assert.That(
            await Run.FailureAsync(() => new Widget("w", new() { Plain = value })),
            Does.Contain("error serializing property \"plain\": ").And.Contain($"{name} is not a supported argument type."));

    [Test]
    public async Task Rejects_Tasks()
        => Assert.That(
            await Run.FailureAsync(() => new Widget("w", new() { Plain = Task.FromResult(1) })),
            Does.Contain("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output"));

    [Test]
    public async Task Rejects_DictionariesWithOtherKeys()
        => Assert.That(
            await Run.FailureAsync(() => new Widget("w", new() { Plain = new Dictionary<int, string> { [1] = "a" } })),
            Does.Contain("Dictionaries are only supported with string keys"));

    private static async Task<ImmutableDictionary<string, object>> InputsAsync(Func<WidgetArgs> args)
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(() => new Widget("w", args()), mocks);
        return mocks.InputsOf("w");
    }
}
