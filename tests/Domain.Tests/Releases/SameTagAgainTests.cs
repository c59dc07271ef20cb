using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class SameTagAgainTests
{
    private static readonly TestCaseData[] Cases =
    [
        Case("the idle slot", Held("v1.2.2", 1, 0), Held("v1.2.3", 1, 100), new AgainInSlot(Slot.Blue, 2)),
        Case("the idle slot without a tag", new SlotRelease(null, 1, 0), Held("v1.2.3", 1, 100), new AgainInSlot(Slot.Blue, 2)),
        Case("the idle slot, a third time", Held("v1.2.3", 2, 0), Held("v1.2.3", 1, 100), new AgainInSlot(Slot.Blue, 3)),
        Case("the idle slot, a fourth time", Held("v1.2.3", 2, 0), Held("v1.2.3", 3, 100), new AgainInSlot(Slot.Blue, 4)),
        Case("another tag's revision does not count", Held("v1.2.2", 7, 0), Held("v1.2.3", 1, 100), new AgainInSlot(Slot.Blue, 2)),
        Case("the newest slot without traffic", Held("v1.2.2", 1, 100), Held("v1.2.3", 1, 0), new AgainInSlot(Slot.Green, 2)),
        Case("both with traffic", Held("v1.2.2", 1, 90), Held("v1.2.3", 1, 10), new AgainAfterShift(2)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void After_NewestGreen(SlotRelease blue, SlotRelease green, SameTagAgain expected) =>
        Assert.That(SameTagAgain.After(new BlueGreenRelease(Slot.Green, blue, green)), Is.EqualTo(expected));

    private static TestCaseData Case(string name, SlotRelease blue, SlotRelease green, SameTagAgain expected) =>
        new TestCaseData(blue, green, expected).SetArgDisplayNames(name);

    private static SlotRelease Held(string tag, int revision, int weight) => new(ImageTag.Parse(tag), revision, weight);
}
