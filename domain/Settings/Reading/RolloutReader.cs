using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class RolloutReader
{
    private static readonly Key<ImmutableArray<int>> Steps = new("steps", Form.List(Form.Whole(1, 100), fewest: 1));
    private static readonly Key<TimeSpan> Bake = new("bake", Form.Duration(TimeSpan.FromSeconds(10), TimeSpan.FromHours(24)));
    private static readonly Key<TimeSpan> Watch = new("watch", Form.Duration(TimeSpan.Zero, TimeSpan.FromHours(48)));
    private static readonly Key<int> FailedHealthChecks = new("failedHealthChecks", Form.Whole(1, 100));

    private static readonly SectionKey RollBackAt = new("rollBackAt", LimitsReader.Keys);
    private static readonly SectionKey WatchAt = new("watchAt", LimitsReader.Keys);

    public static readonly SectionKey Key = new("rollout", new KeyTable(
        Steps,
        Bake,
        RollBackAt,
        Watch,
        WatchAt,
        FailedHealthChecks,
        EvidenceReader.Key,
        DeadlinesReader.Key,
        ExpectedTrafficReader.Expected,
        ExpectedTrafficReader.Regression));

    public static RolloutSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var steps = section.Read(Steps);
        if (section.AreSound(Steps))
            CheckSteps(section, steps);
        var rollBackAt = section.Open(RollBackAt);
        return new RolloutSettings
        {
            Steps = steps,
            Bake = section.Read(Bake),
            RollBackAt = LimitsReader.Read(rollBackAt),
            WatchAt = LimitsReader.ReadWithin(section.Open(WatchAt), rollBackAt),
            Watch = section.Read(Watch),
            FailedHealthChecks = section.Read(FailedHealthChecks),
            Evidence = EvidenceReader.Read(section),
            Deadlines = DeadlinesReader.Read(section),
            Expected = ExpectedTrafficReader.Read(section),
            Regression = ExpectedTrafficReader.ReadRegression(section),
        };
    }

    private static void CheckSteps(Section section, ImmutableArray<int> steps)
    {
        var place = section.PlaceOf(Steps);
        for (var index = 1; index < steps.Length; index++)
        {
            if (steps[index] > steps[index - 1])
                continue;
            section.Problems.Add(SettingsProblems.StepsNotRising(place, steps[index - 1], steps[index]));
            return;
        }

        if (steps[^1] != 100)
            section.Problems.Add(SettingsProblems.LastStepNotAll(place, steps[^1]));
    }
}
