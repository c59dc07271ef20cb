using System.Globalization;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record DateForm : ScalarForm<DateOnly>
{
    public override string Allowed => "a date such as 2026-12-24";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
