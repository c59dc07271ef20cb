using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class CacheReader
{
    private enum CacheKind
    {
        Managed,
        Classic,
    }

    private static readonly Key<CacheKind> Kind =
        new("kind", Form.Choice(("managed", CacheKind.Managed), ("classic", CacheKind.Classic)));

    private static readonly Key<string> Sku = new("sku", Form.Word(ManagedCacheSkus.All));
    private static readonly Key<bool> HighAvailability = new("highAvailability", Form.Flag());

    private static readonly Key<ClassicCacheTier> Tier =
        new("tier", Form.Choice(("basic", ClassicCacheTier.Basic), ("standard", ClassicCacheTier.Standard)));

    private static readonly Key<int> Capacity = new("capacity", Form.Whole(0, 6));

    private static readonly KeyTable ManagedKeys = new(Kind, Sku, HighAvailability);
    private static readonly KeyTable ClassicKeys = new(Kind, Tier, Capacity);

    public static readonly SectionKey Key = new("cache", ManagedKeys, ClassicKeys);

    public static CacheSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var kind = section.Read(Kind);
        if (!section.AreSound(Kind))
            return null;
        section.Accept(kind == CacheKind.Managed ? ManagedKeys : ClassicKeys);
        return kind == CacheKind.Managed
            ? new ManagedCacheSettings(section.Read(Sku), section.Read(HighAvailability))
            : new ClassicCacheSettings(section.Read(Tier), section.Read(Capacity));
    }
}
