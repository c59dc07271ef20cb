using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class ProtectionReader
{
    private static readonly Key<bool> LockData = new("lockData", Form.Flag());

    public static readonly SectionKey Key = new("protection", new KeyTable(LockData));

    public static ProtectionSettings? Read(Section parent) =>
        parent.Open(Key) is { } section ? new ProtectionSettings(section.Read(LockData)) : null;
}
