using System.Globalization;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>One of a few whole numbers.</summary>
internal sealed record StepForm(int[] Steps) : ScalarForm<int>
{
    public override string Allowed => $"one of {string.Join(", ", Steps)}";

    protected override ScalarKind Kind => ScalarKind.Number;

    protected override bool TryParse(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && Array.IndexOf(Steps, value) >= 0;
}
