using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

internal sealed record DurationForm(TimeSpan Minimum, TimeSpan Maximum) : ScalarForm<TimeSpan>
{
    public override string Allowed =>
        $"a duration from {Written(Minimum)} to {Written(Maximum)}, in {DurationText.Allowed}";

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, out TimeSpan value) =>
        DurationText.TryParse(text, out value) && value >= Minimum && value <= Maximum;

    private static string Written(TimeSpan duration) =>
        duration.TotalSeconds % 3600 == 0 && duration > TimeSpan.Zero ? $"{duration.TotalHours:0}h"
        : duration.TotalSeconds % 60 == 0 && duration > TimeSpan.Zero ? $"{duration.TotalMinutes:0}m"
        : $"{duration.TotalSeconds:0}s";
}
