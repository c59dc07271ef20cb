using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class NextReleaseTests
{
    private static readonly ImageTag Next = ImageTag.Parse("v1.3.0");

    [Test]
    public void Of_TheIdleSlotTakesTheTag_NewestAndWithoutTraffic()
    {
        var begins = Begins(("web", Slots(Slot.Green, Running("v1.2.2", 0), Running("v1.2.3", 100))));

        Assert.That(begins.Release.Services["web"], Is.EqualTo(Slots(Slot.Blue, Running("v1.3.0", 0), Running("v1.2.3", 100))));
        Assert.That(begins.Changes, Is.EqualTo(new[] { new ServiceChange("web", Slot.Blue, ImageTag.Parse("v1.2.3"), 1) }));
    }

    [Test]
    public void Of_ASlotThatWasNeverReleasedTo()
    {
        var begins = Begins(("web", Slots(Slot.Blue, Running("v1.2.3", 100), new SlotRelease(null, 1, 0))));

        Assert.That(begins.Release.Services["web"], Is.EqualTo(Slots(Slot.Green, Running("v1.2.3", 100), Running("v1.3.0", 0))));
    }

    [Test]
    public void Of_AStagedTag_StaysAsItIs()
    {
        var staged = Slots(Slot.Blue, new SlotRelease(Next, 2, 0), Running("v1.2.3", 100));
        var begins = Begins(("web", staged));

        Assert.That(begins.Release.Services["web"], Is.EqualTo(staged));
        Assert.That(begins.Changes.Single().Revision, Is.EqualTo(2));
    }

    [Test]
    public void Of_ATagThatTheIdleSlotHadBefore_IsAnotherRevisionOfIt()
    {
        var begins = Begins(("web", Slots(Slot.Green, Running("v1.3.0", 0), Running("v1.2.3", 100))));

        Assert.That(begins.Release.Services["web"], Is.EqualTo(
            Slots(Slot.Blue, new SlotRelease(Next, 2, 0), Running("v1.2.3", 100))));
    }

    [Test]
    public void Of_ServicesWithoutSlots_AreReplacedInPlace()
    {
        var begins = Begins(("worker", new RollingRelease(ImageTag.Parse("v1.2.3"))));

        Assert.That(begins.Release.Services["worker"], Is.EqualTo(new RollingRelease(Next)));
        Assert.That(begins.Changes, Is.EqualTo(new[] { new ServiceChange("worker", null, ImageTag.Parse("v1.2.3"), 1) }));
    }

    [Test]
    public void Of_SomeServices_LeavesTheOthers()
    {
        var running = Release(
            ("api", Slots(Slot.Green, Running("v1.2.2", 0), Running("v1.2.3", 100))),
            ("worker", new RollingRelease(ImageTag.Parse("v1.2.3"))));
        var begins = (ReleaseBegins)NextRelease.Of(running, Next, ["worker"]);

        Assert.That(begins.Changes.Select(change => change.Service), Is.EqualTo(new[] { "worker" }));
        Assert.That(begins.Release.Services["api"], Is.EqualTo(running.Services["api"]));
    }

    [Test]
    public void Of_WhatServesTheTagAlready_IsNothing()
    {
        var running = Release(
            ("web", Slots(Slot.Green, Running("v1.2.3", 0), Running("v1.3.0", 100))),
            ("worker", new RollingRelease(Next)));

        Assert.That(NextRelease.Of(running, Next, []), Is.EqualTo(new NothingToRelease()));
    }

    [Test]
    public void Of_AServiceBetweenTwoVersions_IsUnderWay()
    {
        var half = Slots(Slot.Green, Running("v1.2.2", 90), Running("v1.2.3", 10));

        Assert.That(NextRelease.Of(Release(("web", half)), Next, []), Is.EqualTo(new ReleaseUnderWay("web", half)));
    }

    [Test]
    public void Rejects_UnknownService() => Assert.That(
        () => NextRelease.Of(Release(("web", new RollingRelease(Next))), Next, ["webb"]),
        Throws.ArgumentException.With.Message.StartsWith("The release has no service 'webb'."));

    private static ReleaseBegins Begins((string Service, ServiceRelease Release) service) =>
        (ReleaseBegins)NextRelease.Of(Release(service), Next, []);

    private static ReleaseSettings Release(params (string Service, ServiceRelease Release)[] services) =>
        new(services.ToImmutableSortedDictionary(entry => entry.Service, entry => entry.Release, StringComparer.Ordinal));

    private static BlueGreenRelease Slots(Slot newest, SlotRelease blue, SlotRelease green) => new(newest, blue, green);

    private static SlotRelease Running(string tag, int weight) => new(ImageTag.Parse(tag), 1, weight);
}
