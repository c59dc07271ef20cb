using System.Globalization;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record TimeForm : ScalarForm<TimeOnly>
{
    public override string Allowed => "a time of day from 00:00 to 23:59";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
