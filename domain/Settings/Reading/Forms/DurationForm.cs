using System.Globalization;
using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record DurationForm(TimeSpan Minimum, TimeSpan Maximum) : ScalarForm<TimeSpan>
{
    public override string Allowed =>
        $"a duration from {Written(Minimum)} to {Written(Maximum)}, in seconds, minutes or hours such as 30s, 5m or 2h";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        int? seconds = text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            _ => null,
        };
        if (seconds is null)
            return false;
        value = TimeSpan.FromSeconds((long)count * seconds.Value);
        return value >= Minimum && value <= Maximum;
    }

    private static string Written(TimeSpan duration) =>
        duration.TotalSeconds % 3600 == 0 && duration > TimeSpan.Zero ? $"{duration.TotalHours:0}h"
        : duration.TotalSeconds % 60 == 0 && duration > TimeSpan.Zero ? $"{duration.TotalMinutes:0}m"
        : $"{duration.TotalSeconds:0}s";
}
