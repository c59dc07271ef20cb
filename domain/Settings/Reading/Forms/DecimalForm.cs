using System.Globalization;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record DecimalForm(decimal Minimum, decimal Maximum) : ScalarForm<decimal>
{
    public override string Allowed =>
        string.Create(CultureInfo.InvariantCulture, $"a number from {Minimum} to {Maximum}");

    protected override ScalarKind Kind => ScalarKind.Number;

    protected override bool TryParse(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && value >= Minimum
        && value <= Maximum;
}
