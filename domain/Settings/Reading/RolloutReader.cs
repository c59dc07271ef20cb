using System.Collections.Immutable;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Settings.Reading.Forms;
using ReleaseInfra.Domain.Settings.Reading.Keys;

namespace ReleaseInfra.Domain.Settings.Reading;

internal static class RolloutReader
{
    private static readonly Key<ImmutableArray<StepSettings>> Steps = new("steps", Form.List(new WeightForm(), fewest: 1));
    private static readonly Key<TimeSpan> Bake = new("bake", WeightForm.BakeForm);
    private static readonly Key<bool> Drill = new Key<bool>("drill", Form.Flag()).Or(true);
    private static readonly Key<TimeSpan> Watch = new("watch", Form.Duration(TimeSpan.Zero, TimeSpan.FromHours(48)));
    private static readonly Key<int> FailedHealthChecks = new("failedHealthChecks", Form.Whole(1, 100));

    private static readonly SectionKey RollBackAt = new("rollBackAt", LimitsReader.Keys);
    private static readonly SectionKey WatchAt = new("watchAt", LimitsReader.Keys);

    public static readonly SectionKey Key = new("rollout", new KeyTable(
        Steps,
        Bake,
        Drill,
        RollBackAt,
        Watch,
        WatchAt,
        FailedHealthChecks,
        EvidenceReader.Key,
        DeadlinesReader.Key,
        ExpectedTrafficReader.Expected,
        ExpectedTrafficReader.Regression,
        GatesReader.Key));

    public static RolloutSettings? Read(Section parent)
    {
        if (parent.Open(Key) is not { } section)
            return null;
        var before = section.Problems.Count;
        var steps = section.Read(Steps);
        if (section.AreSound(Steps))
            CheckSteps(section, steps);
        var rollBackAt = section.Open(RollBackAt);
        var rollout = new RolloutSettings
        {
            Steps = section.AreSound(Steps) ? steps : [],
            Bake = section.Read(Bake),
            Drill = section.Read(Drill),
            RollBackAt = LimitsReader.Read(rollBackAt),
            WatchAt = LimitsReader.ReadWithin(section.Open(WatchAt), rollBackAt),
            Watch = section.Read(Watch),
            FailedHealthChecks = section.Read(FailedHealthChecks),
            Evidence = EvidenceReader.Read(section),
            Deadlines = DeadlinesReader.Read(section),
            Expected = ExpectedTrafficReader.Read(section),
            Regression = ExpectedTrafficReader.ReadRegression(section),
            Gates = GatesReader.Read(section),
        };
        if (section.Problems.Count == before)
            CheckTime(section, rollout);
        return rollout;
    }

    // A gate passes with enough samples only, so there must be time to take them.
    private static void CheckTime(Section section, RolloutSettings rollout)
    {
        var (samples, metrics) = (rollout.Evidence.Samples, rollout.Deadlines.Metrics);
        var needed = rollout.Gates.InitialDelay + ((samples - 1) * rollout.Gates.Interval);
        foreach (var step in rollout.Steps)
        {
            var bake = step.Bake ?? rollout.Bake;
            if (needed <= bake + metrics)
                continue;
            section.Problems.Add(PolicyProblems.GatesNeverPass(
                section.PlaceOf(GatesReader.Key), step.Weight, needed, samples, bake + metrics));
            return;
        }
    }

    private static void CheckSteps(Section section, ImmutableArray<StepSettings> steps)
    {
        var place = section.PlaceOf(Steps);
        for (var index = 1; index < steps.Length; index++)
        {
            if (steps[index].Weight > steps[index - 1].Weight)
                continue;
            section.Problems.Add(SettingsProblems.StepsNotRising(place, steps[index - 1].Weight, steps[index].Weight));
            return;
        }

        if (steps[^1].Weight != 100)
            section.Problems.Add(SettingsProblems.LastStepNotAll(place, steps[^1].Weight));
    }
}
