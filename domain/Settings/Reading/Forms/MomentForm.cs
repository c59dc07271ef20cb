using System.Globalization;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>A moment, in UTC and said so: a time of day that each reader takes for their own would be as many moments.</summary>
internal sealed record MomentForm : ScalarForm<DateTimeOffset>
{
    private static readonly string[] Written = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public override string Allowed => "a UTC time such as 2026-11-02T08:30Z";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        text, Written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value);
}
