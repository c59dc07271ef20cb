using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class ReleaseChangesTests
{
    private static readonly ImageTag Old = ImageTag.Parse("v1.2.2");
    private static readonly ImageTag New = ImageTag.Parse("v1.2.3");

    private static readonly ReleaseSettings Settled = Of(
        ("web", new BlueGreenRelease(Slot.Blue, new SlotRelease(Old, 1, 100), new SlotRelease(null, 1, 0))),
        ("worker", new RollingRelease(Old)));

    [Test]
    public void Between_TheSame_IsNothing() => Assert.That(ReleaseChanges.Between(Settled, Settled), Is.Empty);

    [Test]
    public void Between_NothingAndARelease_IsEveryTagAndWeight() => Assert.That(
        ReleaseChanges.Between(null, Settled),
        Is.EqualTo(new[]
        {
            new ReleaseChange("web", Slot.Blue, null, Old, null, 100, null, 1),
            new ReleaseChange("worker", null, null, Old, null, null, null, null),
        }));

    [Test]
    public void Between_NewTagInTheIdleSlot_IsThatSlotAlone()
    {
        var next = Settled.Services.SetItem(
            "web",
            new BlueGreenRelease(Slot.Green, new SlotRelease(Old, 1, 100), new SlotRelease(New, 1, 0)));

        Assert.That(
            ReleaseChanges.Between(Settled, new ReleaseSettings(next)),
            Is.EqualTo(new[] { new ReleaseChange("web", Slot.Green, null, New, null, 0, null, 1) }));
    }

    [Test]
    public void Between_Weights_AreBothSlotsBlueFirst()
    {
        var before = Of(("web", new BlueGreenRelease(Slot.Green, new SlotRelease(Old, 1, 100), new SlotRelease(New, 1, 0))));
        var after = Of(("web", new BlueGreenRelease(Slot.Green, new SlotRelease(Old, 1, 90), new SlotRelease(New, 1, 10))));

        Assert.That(
            ReleaseChanges.Between(before, after),
            Is.EqualTo(new[]
            {
                new ReleaseChange("web", Slot.Blue, null, null, 100, 90, null, null),
                new ReleaseChange("web", Slot.Green, null, null, 0, 10, null, null),
            }));
    }

    [Test]
    public void Between_AnotherRevision_NamesRevisionsOnly()
    {
        var before = Of(("web", new BlueGreenRelease(Slot.Green, new SlotRelease(Old, 1, 100), new SlotRelease(New, 1, 0))));
        var after = Of(("web", new BlueGreenRelease(Slot.Green, new SlotRelease(Old, 1, 100), new SlotRelease(New, 2, 0))));

        Assert.That(
            ReleaseChanges.Between(before, after),
            Is.EqualTo(new[] { new ReleaseChange("web", Slot.Green, null, null, null, null, 1, 2) }));
    }

    [Test]
    public void Between_ServiceThatGoes_LosesItsTag() => Assert.That(
        ReleaseChanges.Between(Settled, Of(("worker", new RollingRelease(New)))),
        Is.EqualTo(new[]
        {
            new ReleaseChange("web", Slot.Blue, Old, null, 100, null, 1, null),
            new ReleaseChange("worker", null, Old, New, null, null, null, null),
        }));

    private static ReleaseSettings Of(params (string Service, ServiceRelease Release)[] services) => new(
        services.ToImmutableSortedDictionary(entry => entry.Service, entry => entry.Release, StringComparer.Ordinal));
}
