using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Rollouts;

namespace ReleaseInfra.Release.Tests.Rehearse.Faults;

public sealed class KillMomentTests
{
    private static readonly RolloutCourse Course = Courses.Canary(10, 100) with { Migrates = true, Drills = true };

    /// <summary>A release can be killed wherever it can be before it ends, and each place has one name.</summary>
    [Test]
    public void EveryStateBeforeTheEnd_IsOneMoment()
    {
        string[] words = [.. KillInState.Words, "step-10", "baking-10", "step-100", "baking-100"];
        KillMoment[] moments = [.. words.Select(Moment)];
        RolloutState[] states = [.. GoodRelease.Of(Course), RolloutState.Next(RolloutState.Adopt(Course), new Domain.Rollouts.Events.RollBackRequested("ann", "no"))];

        foreach (var state in states.Where(state => state.Deadline is not null))
            Assert.That(moments.Count(moment => moment.Is(state)), Is.EqualTo(1), state.Words);
        foreach (var moment in moments)
            Assert.That(states.Count(moment.Is), Is.EqualTo(1), moment.Text);
    }

    [Test]
    public void FirstStep_IsWhateverItsWeight()
    {
        var shifting = GoodRelease.Of(Course).OfType<Shifting>().ToArray();

        Assert.That(shifting.Select(Moment("step").Is), Is.EqualTo(new[] { true, false }));
    }

    [TestCase("step-33")]
    [TestCase("baking-33")]
    public void Rejects_AMomentThatNeverComes(string moment) => Assert.That(
        () => FaultPlaces.Require([new ErrorsFault(1, 33), new KillEngineFault(Moment(moment))], Course, "staging"),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
            $"The release of staging never comes to be where 'kill-engine@{moment}' begins: its steps are 10, 100 %."));

    [TestCase("backed-up")]
    [TestCase("migrated")]
    [TestCase("drilling")]
    [TestCase("drilled")]
    public void Rejects_AMomentOfWhatTheReleaseLeavesOut(string moment)
    {
        FaultPlaces.Require([new KillEngineFault(Moment(moment))], Course, "staging");

        Assert.That(
            () => FaultPlaces.Require([new KillEngineFault(Moment(moment))], Courses.Canary(10, 100), "staging"),
            Throws.TypeOf<ReleaseFailure>());
    }

    private static KillMoment Moment(string text) => ((KillEngineFault)FaultSyntax.Parse($"kill-engine@{text}")).At;
}
