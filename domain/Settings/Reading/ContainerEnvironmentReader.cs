using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class ContainerEnvironmentReader
{
    private static readonly Key<bool> ZoneRedundant = new("zoneRedundant", Form.Flag());

    public static readonly SectionKey Key = new("containerEnvironment", new KeyTable(ZoneRedundant));

    public static ContainerEnvironmentSettings? Read(Section parent) =>
        parent.Open(Key) is { } section ? new ContainerEnvironmentSettings(section.Read(ZoneRedundant)) : null;
}
