using System.Globalization;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record WholeForm(int Minimum, int Maximum) : ScalarForm<int>
{
    public override string Allowed => $"a whole number from {Minimum} to {Maximum}";

    protected override ScalarKind Kind => ScalarKind.Number;

    protected override bool TryParse(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && value >= Minimum
        && value <= Maximum;
}
