using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class VaultReader
{
    private static readonly Key<string> Name = new Key<string>("name", Texts.Sentence).Optional();
    private static readonly Key<VaultSku> Sku = new("sku", Form.Choice(("standard", VaultSku.Standard), ("premium", VaultSku.Premium)));
    private static readonly Key<int> SoftDeleteDays = new("softDeleteDays", Form.Whole(7, 90));
    private static readonly Key<bool> PurgeProtection = new("purgeProtection", Form.Flag());

    public static readonly SectionKey Key = new("vault", new KeyTable(Name, Sku, SoftDeleteDays, PurgeProtection));

    public static VaultSettings? Read(Section parent) => parent.Open(Key) is { } section
        ? new VaultSettings(section.Find(Name), section.Read(Sku), section.Read(SoftDeleteDays), section.Read(PurgeProtection))
        : null;
}
