using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Rollouts;

namespace ReleaseInfra.Domain.Tests.Rollouts;

public sealed class NewVersionsTests
{
    private static readonly Lazy<RolloutState[]> States = new(() => [.. Courses.All.SelectMany(course => StateSpace.Of(course).States)]);

    private static readonly TestCaseData[] Walks =
    [
        Case("side by side", Courses.Canary(10, 100) with { Drills = true }, [
            "planned: -", "past preflight: -", "deployed at 0 %: -", "smoke-tested: answers", "drilling the rollback: answers", "drilled: answers",
            "shifting web to 10 %: answers", "baking at 10 %: answers, asked", "shifting web to 100 %: answers", "baking at 100 %: answers, asked",
            "complete: answers, asked", "watching: answers, asked", "settled: -",
        ]),
        Case("in place", Courses.Rolling with { Migrates = true }, [
            "planned: -", "past preflight: -", "backed up: -", "migrated: -", "shifting worker to 100 %: -", "baking at 100 %: answers, asked",
            "complete: answers, asked", "watching: answers, asked", "settled: -",
        ]),
    ];

    [TestCaseSource(nameof(Walks))]
    public void OfEachState_OnTheWay(RolloutCourse course, string[] expected) => Assert.That(GoodRelease.Of(course).Select(Told), Is.EqualTo(expected));

    [Test]
    public void Held_AreWhatTheyWereBefore() => Assert.That(
        States.Value.OfType<Held>().Where(held => Told(held) != Told(held.Then).Replace(held.Then.Words, held.Words, StringComparison.Ordinal)),
        Is.Empty);

    [Test]
    public void AreAsked_OnlyWithTraffic() => Assert.That(
        from state in States.Value
        from member in state.Course.Members
        where NewVersions.AreAsked(state, member.Service) && state.NewWeight(member.Service) == 0
        select $"{state.Words}: {member.Service}",
        Is.Empty);

    [Test]
    public void AreAsked_OnlyWhereTheyMustAnswer() => Assert.That(
        States.Value.Where(state => NewVersions.HaveWork(state) && !NewVersions.Answer(state)), Is.Empty);

    // Whatever is measured while the way back is walked cannot change it.
    [Test]
    public void Answer_NeverOnTheWayBack_NorAfterTheEnd() => Assert.That(
        States.Value.Where(state => (state is RollingBack or Held { Reason: RollbackStuck } || StateSpace.HasEnded(state)) && NewVersions.Answer(state)),
        Is.Empty);

    [Test]
    public void Answer_WhereverAFailureIsExpected_AndNothingIsBeingReplaced() => Assert.That(
        from state in States.Value
        where state.Take(new GateFailed("6 % of 5 %")) is not null && !NewVersions.Answer(state)
        where !IsStarting(state)
        select state.Words,
        Is.Empty);

    [Test]
    public void Answer_OnlyWhereAFailureIsExpected_OrNothingIsChangedYet() => Assert.That(
        States.Value.Where(state => NewVersions.Answer(state) && state.Take(new GateFailed("6 % of 5 %")) is null).Select(state => state.Words), Is.Empty);

    [Test]
    public void HaveWork_AnyServiceIsAsked() => Assert.That(
        States.Value.Where(state => NewVersions.HaveWork(state) != state.Course.Members.Any(member => NewVersions.AreAsked(state, member.Service))),
        Is.Empty);

    private static bool IsStarting(RolloutState state) => state switch
    {
        Held held => IsStarting(held.Then),
        DeployedAtZero or Preflight or Migrated => true,
        Shifting => !state.Course.SideBySide,
        _ => false,
    };

    private static string Told(RolloutState state)
    {
        string[] told =
        [
            .. NewVersions.Answer(state) ? ["answers"] : Array.Empty<string>(),
            .. NewVersions.HaveWork(state) ? ["asked"] : Array.Empty<string>(),
        ];
        return $"{state.Words}: {(told.Length == 0 ? "-" : string.Join(", ", told))}";
    }

    private static TestCaseData Case(string name, RolloutCourse course, string[] expected) =>
        new TestCaseData(course, expected).SetArgDisplayNames(name);
}
