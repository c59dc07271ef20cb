using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class ImagesReader
{
    private static readonly Key<bool> PinDigests = new("pinDigests", Form.Flag());

    public static readonly SectionKey Key = new("images", new KeyTable(PinDigests));

    public static ImageSettings? Read(Section parent) =>
        parent.Open(Key) is { } section ? new ImageSettings(section.Read(PinDigests)) : null;
}
