using System.Text.Json;
using ReleaseInfra.Cli.Engine.Automation.Events;
using ReleaseInfra.Cli.Engine.Automation.Failures;
using ReleaseInfra.Cli.Engine.Automation.History;
using ReleaseInfra.Cli.Engine.Automation.State;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Release.Tests.Engine.Automation;

/// <summary>What Pulumi writes, read one by one.</summary>
internal sealed class EngineTextTests
{
    private const string Values = """{ "tags": { "a.b": 1, "c": ["x", { "d": true }] }, "none": null }""";

    [TestCase("tags[\"a.b\"]", "1")]
    [TestCase("tags.c[0]", "\"x\"")]
    [TestCase("tags.c[1].d", "true")]
    [TestCase("tags.c[2]", null)]
    [TestCase("tags.c[x]", null)]
    [TestCase("tags.c.d.e", null)]
    [TestCase("none", "null")]
    [TestCase("tags[\"a.b", "1")]
    public void ValuePath_FindsWhatStandsThere(string path, string? found)
    {
        using var document = JsonDocument.Parse(Values);
        var values = new EngineValues(new SecretTexts()).Map(document.RootElement);

        Assert.That(ValuePath.Find(values, path)?.Text(), Is.EqualTo(found));
    }

    [Test]
    public void ValuePath_InsideASecret_IsTheSecret() => Assert.That(
        ValuePath.Find(MapValue.Of([new MapEntry("key", new SecretValue(null))]), "key.inside[0]"), Is.TypeOf<SecretValue>());

    [TestCase("\"plain-7f3a\"")]
    [TestCase("{\"user\":\"ann\",\"list\":[\"plain-7f3a\"]}")]
    [TestCase("plain-7f3a")]
    public void Secrets_InClear_AreHiddenWhereverTheyAreQuoted(string plaintext)
    {
        var secrets = new SecretTexts();
        using var state = JsonDocument.Parse(
            $$"""{ "key": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": {{JsonSerializer.Serialize(plaintext)}} } }""");
        var value = new EngineValues(secrets).Map(state.RootElement);

        Assert.That(value.Text(), Is.EqualTo("{ key: [secret] }"));
        Assert.That(secrets.Hide("no to plain-7f3a."), Is.EqualTo("no to [secret]."));
    }

    [TestCase("created by bob@build-7 (pid 42) at 2026-11-02T09:30:00+01:00", "by bob@build-7 (process 42) since 2026-11-02 08:30:00 UTC")]
    [TestCase("[409] Conflict: Another update is currently in progress.", "")]
    public void Holder_AsFarAsItIsNamed(string text, string holder) => Assert.That(BackendLock.HolderIn(text), Is.EqualTo(holder));

    [TestCase("release v1.2.3: web green 10%, by ann@laptop", "ann@laptop")]
    [TestCase("Merge pull request #7", null)]
    public void Operator_OfOurMessagesOnly(string message, string? by) => Assert.That(UpdateMessage.OperatorIn(message), Is.EqualTo(by));

    [Test]
    public void Release_AsTheConfigurationHasIt()
    {
        var release = ConfiguredRelease.Read(
            """{ "web": { "newest": "green", "green": { "tag": "v1.2.3", "weight": 100, "revision": 2 } }, "worker": { "tag": "v1.2.3" } }""");

        Assert.That(release!.Services["web"], Is.EqualTo(
            new BlueGreenRelease(Slot.Green, new SlotRelease(null, 1, 0), new SlotRelease(ImageTag.Parse("v1.2.3"), 2, 100))));
        Assert.That(release.Services["worker"], Is.EqualTo(new RollingRelease(ImageTag.Parse("v1.2.3"))));
    }

    [TestCase("v1.2.3")]
    [TestCase("[]")]
    [TestCase("""{ "web": { } }""")]
    [TestCase("""{ "web": { "tag": "latest" } }""")]
    [TestCase("""{ "web": { "newest": "red" } }""")]
    public void Release_OfSomethingElse_IsNotKnown(string json) => Assert.That(ConfiguredRelease.Read(json), Is.Null);
}
