using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class NetworkReader
{
    private enum NetworkKind
    {
        Public,
        Private,
    }

    private static readonly Key<NetworkKind> Kind =
        new("kind", Form.Choice(("public", NetworkKind.Public), ("private", NetworkKind.Private)));

    private static readonly Key<AddressRange> AddressSpace = new("addressSpace", new RangeForm());
    private static readonly Key<AddressRange> AppsSubnet = new("appsSubnet", new RangeForm());
    private static readonly Key<AddressRange> SitesSubnet = new("sitesSubnet", new RangeForm());
    private static readonly Key<AddressRange> DatabaseSubnet = new("databaseSubnet", new RangeForm());
    private static readonly Key<AddressRange> EndpointsSubnet = new("endpointsSubnet", new RangeForm());

    private static readonly KeyTable PublicKeys = new(Kind);
    private static readonly KeyTable PrivateKeys = new(Kind, AddressSpace, AppsSubnet, SitesSubnet, DatabaseSubnet, EndpointsSubnet);

    public static readonly SectionKey Key = new("network", PublicKeys, PrivateKeys);

    public static NetworkSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var kind = section.Read(Kind);
        if (!section.AreSound(Kind))
            return null;
        if (kind == NetworkKind.Private)
            return ReadPrivate(section.Accept(PrivateKeys));
        section.Accept(PublicKeys);
        return new PublicNetworkSettings();
    }

    private static PrivateNetworkSettings ReadPrivate(Section section)
    {
        var ranges = new NetworkRanges(section, AddressSpace);
        return new PrivateNetworkSettings(
            ranges.ReadSpace(),
            ranges.ReadSubnet(AppsSubnet, 27, "a Container Apps environment"),
            ranges.ReadSubnet(SitesSubnet, 28, "App Service's integration"),
            ranges.ReadSubnet(DatabaseSubnet, 28, "a PostgreSQL server"),
            ranges.ReadSubnet(EndpointsSubnet, 29, "a subnet of Azure"));
    }
}
