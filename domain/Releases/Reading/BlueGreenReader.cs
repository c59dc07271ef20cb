using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Releases.Reading;

internal static class BlueGreenReader
{
    private static readonly Key<Slot> Newest =
        new("newest", Form.Choice((Slot.Blue.Name(), Slot.Blue), (Slot.Green.Name(), Slot.Green)));

    private static readonly SectionKey Blue = new SectionKey(Slot.Blue.Name(), SlotReader.Keys).Optional();
    private static readonly SectionKey Green = new SectionKey(Slot.Green.Name(), SlotReader.Keys).Optional();

    public static readonly KeyTable Keys = new(Newest, Blue, Green);

    public static bool IsWritten(Section entry) => entry.Has(Newest) || entry.Has(Blue) || entry.Has(Green);

    /// <summary>Null after adding a problem.</summary>
    public static BlueGreenRelease? Read(string service, Section entry)
    {
        var before = entry.Problems.Count;
        entry.Accept(Keys);
        var newest = entry.Read(Newest);
        var (blue, green) = (entry.Open(Blue), entry.Open(Green));
        var release = new BlueGreenRelease(newest, SlotReader.Read(blue), SlotReader.Read(green));
        if (entry.AreSound(Blue, Green))
            CheckWeights(service, entry, release, blue, green);
        if (entry.IsSound)
            CheckNewest(service, entry, release, newest == Slot.Blue ? blue : green);
        return entry.Problems.Count == before ? release : null;
    }

    private static void CheckWeights(string service, Section entry, BlueGreenRelease release, Section? blue, Section? green)
    {
        if (IsWeighed(blue) && IsWeighed(green) && release.Blue.Weight + release.Green.Weight != 100)
        {
            var written = green is not null && green.Has(SlotReader.Weight) ? green : blue;
            var place = written?.PlaceOf(SlotReader.Weight) ?? Place.Of(entry.Node);
            entry.Problems.Add(ReleaseProblems.WeightSum(place, service, release.Blue.Weight, release.Green.Weight));
        }

        CheckTag(service, Slot.Blue, release.Blue, blue);
        CheckTag(service, Slot.Green, release.Green, green);
    }

    private static void CheckTag(string service, Slot name, SlotRelease slot, Section? section)
    {
        if (section is not null && section.AreSound(SlotReader.Tag, SlotReader.Weight) && slot is { Weight: > 0, Tag: null })
            section.Problems.Add(ReleaseProblems.WeightWithoutTag(section.PlaceOf(SlotReader.Weight), service, name));
    }

    // A newest slot with weight and no tag has its problem already.
    private static void CheckNewest(string service, Section entry, BlueGreenRelease release, Section? newest)
    {
        var sound = newest is null || newest.AreSound(SlotReader.Tag, SlotReader.Weight);
        if (sound && release[release.Newest] is { Tag: null, Weight: 0 })
            entry.Problems.Add(ReleaseProblems.NewestWithoutTag(entry.PlaceOf(Newest), service, release.Newest));
    }

    private static bool IsWeighed(Section? slot) => slot is null || slot.AreSound(SlotReader.Weight);
}
