using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Stacks.Configuration;
using ReleaseInfra.Stacks.Configuration.Editing;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Stacks.Tests.Configuration.Editing;

public sealed class ReleaseTextTests
{
    private const string Before = """
        # The head.
        config:
          azure-native:location: westeurope
          release-infra:release:
            web:
              newest: green # the newest
              blue: { tag: v1.2.2, weight: 90 } # left
              green: {tag: 'v1.2.3',  weight: 10}
            admin:
              newest: "blue"
              # between
              blue:
                tag: v1.2.2 # a tag
                weight: 100
            worker: { tag: v1.2.3 } # rolling
          other:key: [1, 2]
        secretsprovider: none

        """;

    [Test]
    public void With_TheSameRelease_IsTheSameText() =>
        Assert.That(ReleaseText.With(Before, Release(("worker", Rolling("v1.2.3")))), Is.EqualTo(Before));

    [Test]
    public void With_WeightsOfFlowSlots() => Changes(
        ("web", new BlueGreenRelease(Slot.Green, Running("v1.2.2", 100), Running("v1.2.3", 0))),
        ("blue: { tag: v1.2.2, weight: 90 } # left", "blue: { tag: v1.2.2, weight: 100 } # left"),
        ("green: {tag: 'v1.2.3',  weight: 10}", "green: {tag: 'v1.2.3',  weight: 0}"));

    [Test]
    public void With_TagInAQuotedScalar_AndARevisionThatWasNotWritten() => Changes(
        ("web", new BlueGreenRelease(Slot.Green, Running("v1.2.2", 90), new SlotRelease(ImageTag.Parse("v1.3.0"), 2, 10))),
        ("green: {tag: 'v1.2.3',  weight: 10}", "green: {tag: 'v1.3.0', revision: 2,  weight: 10}"));

    [Test]
    public void With_Newest_KeepsItsComment() => Changes(
        ("web", new BlueGreenRelease(Slot.Blue, Running("v1.2.2", 90), Running("v1.2.3", 10))),
        ("newest: green # the newest", "newest: blue # the newest"));

    [Test]
    public void With_ASlotThatWasNotWritten_BesideOneOfLines() => Changes(
        ("admin", new BlueGreenRelease(Slot.Green, Running("v1.2.2", 100), Running("v1.3.0", 0))),
        ("newest: \"blue\"", "newest: \"green\""),
        ("        weight: 100\n", "        weight: 100\n      green: { tag: v1.3.0, weight: 0 }\n"));

    [Test]
    public void With_ValuesOfLines() => Changes(
        ("admin", new BlueGreenRelease(Slot.Blue, new SlotRelease(ImageTag.Parse("v1.2.4"), 3, 100), new SlotRelease(null, 1, 0))),
        ("        tag: v1.2.2 # a tag\n", "        tag: v1.2.4 # a tag\n        revision: 3\n"));

    [Test]
    public void With_Rolling() => Changes(
        ("worker", Rolling("v1.3.0")),
        ("worker: { tag: v1.2.3 } # rolling", "worker: { tag: v1.3.0 } # rolling"));

    [Test]
    public void With_WindowsLineEnds_KeepsThem()
    {
        var edited = ReleaseText.With(
            Before.ReplaceLineEndings("\r\n"),
            Release(("admin", new BlueGreenRelease(Slot.Blue, Running("v1.2.2", 100), Running("v1.3.0", 0)))));

        Assert.That(edited, Does.Contain("        weight: 100\r\n      green: { tag: v1.3.0, weight: 0 }\r\n").And.Not.Match("[^\r]\n"));
    }

    [Test]
    public void Rejects_ServiceThatIsNotThere() => Assert.That(
        () => ReleaseText.With(Before, Release(("api", Rolling("v1.3.0")))),
        Throws.ArgumentException.With.Message.StartsWith("The stack's file has no release of 'api'."));

    /// <summary>Whatever is written is read back as what was meant.</summary>
    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("production")]
    public void With_OurOwnFiles_IsReadAsMeant(string stack)
    {
        using var workspace = new TemporaryWorkspace();
        var file = $"Pulumi.{stack}.yaml";
        var before = workspace.Read(file);
        var release = Read(workspace, stack);
        foreach (var (service, settings) in release.Services)
        {
            if (settings is not BlueGreenRelease slots || Weights(slots) is not { } turned)
                continue;
            workspace.Write(file, ReleaseText.With(before, Release((service, turned))));

            Assert.That(Read(workspace, stack).Services, Is.EqualTo(release.Services.SetItem(service, turned)));
            Assert.That(ReleaseText.With(workspace.Read(file), release), Is.EqualTo(before), "and back");
        }
    }

    /// <summary>All traffic to the other slot; null where it has no version.</summary>
    private static BlueGreenRelease? Weights(BlueGreenRelease slots) =>
        slots.Blue.Tag is null || slots.Green.Tag is null
            ? null
            : slots with { Blue = slots.Blue with { Weight = 100 - slots.Blue.Weight }, Green = slots.Green with { Weight = 100 - slots.Green.Weight } };

    private static void Changes((string Service, ServiceRelease Release) wanted, params (string From, string To)[] edits)
    {
        var expected = Before;
        foreach (var (from, to) in edits)
        {
            Assert.That(expected, Does.Contain(from));
            expected = expected.Replace(from, to, StringComparison.Ordinal);
        }

        Assert.That(ReleaseText.With(Before, Release(wanted)), Is.EqualTo(expected));
    }

    private static ReleaseSettings Read(TemporaryWorkspace workspace, string stack) =>
        ((Valid<EnvironmentSettings>)StackConfiguration.Read(new Workspace(workspace.Folder), stack, null)).Value.Release;

    private static ReleaseSettings Release(params (string Service, ServiceRelease Release)[] services) =>
        new(services.ToImmutableSortedDictionary(entry => entry.Service, entry => entry.Release, StringComparer.Ordinal));

    private static RollingRelease Rolling(string tag) => new(ImageTag.Parse(tag));

    private static SlotRelease Running(string tag, int weight) => new(ImageTag.Parse(tag), 1, weight);
}
