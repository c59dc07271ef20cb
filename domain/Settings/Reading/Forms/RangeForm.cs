using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record RangeForm : ScalarForm<AddressRange>
{
    public override string Allowed => "an address range such as 10.0.0.0/16, with no bit set behind the prefix";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, out AddressRange value) => AddressRange.TryParse(text, out value);
}
