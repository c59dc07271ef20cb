using ReleaseInfra.Domain.Settings.Reading;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Releases.Reading;

internal static class SlotReader
{
    public static readonly Key<ImageTag> Tag = new Key<ImageTag>("tag", new TagForm()).Optional();
    public static readonly Key<int> Revision = new Key<int>("revision", Form.Whole(1, 99)).Or(1);
    public static readonly Key<int> Weight = new Key<int>("weight", Form.Whole(0, 100)).Or(0);

    public static readonly KeyTable Keys = new(Tag, Revision, Weight);

    /// <summary>A slot that is not written has never been released to.</summary>
    public static SlotRelease Read(Section? section) => section is null
        ? new SlotRelease(null, 1, 0)
        : new SlotRelease(section.Find(Tag), section.Read(Revision), section.Read(Weight));
}
