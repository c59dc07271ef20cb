using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class BlueGreenReleaseTests
{
    private static readonly BlueGreenRelease Running = new(Slot.Green, Held("v1.2.2", 1, 0), Held("v1.2.3", 2, 100));

    [TestCase(Slot.Blue, 0, 0, 100)]
    [TestCase(Slot.Blue, 10, 10, 90)]
    [TestCase(Slot.Green, 10, 90, 10)]
    [TestCase(Slot.Green, 100, 0, 100)]
    public void Weighed_LeavesTheRestToTheOtherSlot(Slot slot, int weight, int blue, int green) => Assert.That(
        Running.Weighed(slot, weight), Is.EqualTo(new BlueGreenRelease(Slot.Green, Held("v1.2.2", 1, blue), Held("v1.2.3", 2, green))));

    [Test]
    public void Staged_ANewTag_IsTheNewest_WithoutTraffic() => Assert.That(
        Running.Staged(Slot.Blue, ImageTag.Parse("v1.3.0")),
        Is.EqualTo(new BlueGreenRelease(Slot.Blue, Held("v1.3.0", 1, 0), Held("v1.2.3", 2, 100))));

    [Test]
    public void Staged_InASlotThatWasNeverReleasedTo() => Assert.That(
        (Running with { Blue = new SlotRelease(null, 1, 0) }).Staged(Slot.Blue, ImageTag.Parse("v1.3.0")),
        Is.EqualTo(new BlueGreenRelease(Slot.Blue, Held("v1.3.0", 1, 0), Held("v1.2.3", 2, 100))));

    // Its revision exists already, and is not what would come to be now.
    [Test]
    public void Staged_ATagThatTheSlotHadBefore_IsAnotherRevision() => Assert.That(
        Running.Staged(Slot.Blue, ImageTag.Parse("v1.2.2")),
        Is.EqualTo(new BlueGreenRelease(Slot.Blue, Held("v1.2.2", 2, 0), Held("v1.2.3", 2, 100))));

    [Test]
    public void Staged_Twice_IsStagedOnce()
    {
        var once = Running.Staged(Slot.Blue, ImageTag.Parse("v1.2.2"));

        Assert.That(once.Staged(Slot.Blue, ImageTag.Parse("v1.2.2")), Is.EqualTo(once));
    }

    private static SlotRelease Held(string tag, int revision, int weight) => new(ImageTag.Parse(tag), revision, weight);
}
