using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class DeadlinesReader
{
    private static readonly Form<TimeSpan> Deadline = Form.Duration(TimeSpan.FromSeconds(5), TimeSpan.FromHours(2));

    private static readonly Key<TimeSpan> Health = new("health", Deadline);
    private static readonly Key<TimeSpan> Smoke = new("smoke", Deadline);
    private static readonly Key<TimeSpan> Metrics = new("metrics", Deadline);
    private static readonly Key<TimeSpan> RollBack = new("rollBack", Deadline);

    public static readonly SectionKey Key = new("deadlines", new KeyTable(Health, Smoke, Metrics, RollBack));

    public static RolloutDeadlines Read(Section parent) => parent.Open(Key) is { } section
        ? new RolloutDeadlines(section.Read(Health), section.Read(Smoke), section.Read(Metrics), section.Read(RollBack))
        : new RolloutDeadlines(default, default, default, default);
}
