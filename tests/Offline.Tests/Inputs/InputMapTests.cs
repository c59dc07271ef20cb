using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Inputs;

internal sealed class InputMapTests
{
    [Test]
    public async Task Initialiser_Adds()
    {
        var args = new WidgetArgs { Map = { { "a", "1" }, { "b", Output.Create("2") } } };
        args.Map["c"] = "3";

        Assert.That(
            await ValuesAsync(args.Map), Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" }));
    }

    [Test]
    public async Task Add_SameKeySameValue_IsFine()
    {
        var map = new InputMap<string> { { "a", "1" }, { "a", "1" } };

        Assert.That(await ValuesAsync(map), Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "1" }));
    }

    [Test]
    public void Add_SameKeyOtherValue_FailsWhenAwaited()
    {
        var map = new InputMap<string> { { "a", "1" }, { "a", "2" } };

        Assert.That(
            async () => await ValuesAsync(map),
            Throws.ArgumentException.With.Message.Contains("a"));
    }

    [Test]
    public async Task Merge_SecondWins()
    {
        InputMap<string> first = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };
        InputMap<string> second = new Dictionary<string, string> { ["b"] = "3" };

        Assert.That(
            await ValuesAsync(InputMap<string>.Merge(first, second)),
            Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "3" }));
    }

    [Test]
    public async Task AddRange_Adds()
    {
        var map = new InputMap<string> { { "a", "1" } };
        map.AddRange(new Dictionary<string, string> { ["b"] = "2" });

        Assert.That(await ValuesAsync(map), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Conversion_KeepsSecrets()
    {
        InputMap<string> map = Output.CreateSecret(ImmutableDictionary<string, string>.Empty.Add("a", "1"));

        Assert.That(await Output.IsSecretAsync(map.ToOutput()), Is.True);
    }

    [Test]
    public void Enumeration_IsNotSupported()
        => Assert.That(() => ((IEnumerable)new InputMap<string>()).GetEnumerator(), Throws.TypeOf<NotSupportedException>());

    private static async Task<ImmutableDictionary<string, string>> ValuesAsync(InputMap<string> map)
        => await OutputUtilities.GetValueAsync(map.ToOutput());
}
