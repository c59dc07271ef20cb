using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class RegistryReader
{
    private static readonly Key<string> Name = new Key<string>("name", Texts.Sentence).Optional();

    private static readonly Key<RegistrySku> Sku = new("sku", Form.Choice(
        ("basic", RegistrySku.Basic),
        ("standard", RegistrySku.Standard),
        ("premium", RegistrySku.Premium)));

    public static readonly SectionKey Key = new("registry", new KeyTable(Name, Sku));

    /// <summary>Null also where the SKU is unknown: nothing between sections can be judged without it.</summary>
    public static RegistrySettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var registry = new RegistrySettings(section.Find(Name), section.Read(Sku));
        return section.IsSound ? registry : null;
    }
}
