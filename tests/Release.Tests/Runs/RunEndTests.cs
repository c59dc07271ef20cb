using System.Text.RegularExpressions;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Rollouts;

namespace ReleaseInfra.Release.Tests.Runs;

public sealed class RunEndTests
{
    private static readonly TimeSpan Took = TimeSpan.FromMinutes(47);

    private static readonly Lazy<RolloutState[]> States = new(() => [.. Courses.All.SelectMany(course => StateSpace.Of(course).States)]);

    private static readonly string?[] Troubles =
    [
        null, WorkFailed.Name, GateFailed.Name, DeadlinePassed.Name, AbortRequested.Name, RollBackRequested.Name, FreezeMet.Name,
    ];

    private static readonly TestCaseData[] Ends =
    [
        Case("settled", [.. ToTheWatch, new WatchPassed()], ExitCode.Done, "production: released, after 47m"),
        Case("a gate failed", [.. ToBaking, new GateFailed("6 % of 5 %."), new ServiceReturned("web")], ExitCode.RolledBack, "production: rolled back, after 47m: 6 % of 5 %."),
        Case("Azure failed", [.. ToBaking, new WorkFailed("409."), new ServiceReturned("web")], ExitCode.EngineFailed, "production: rolled back, after 47m: 409."),
        Case("a freeze came", [.. ToBaking, new FreezeMet("night"), new ServiceReturned("web")], ExitCode.Frozen, "production: rolled back, after 47m: the release cannot end before the freeze 'night'"),
        Case("asked back", [.. ToBaking, new RollBackRequested("ada", "complaints"), new ServiceReturned("web")], ExitCode.RolledBack, "production: rolled back, after 47m: asked for by ada: complaints"),
        Case("aborted", [new AbortRequested("ada", "wrong tag")], ExitCode.Held, "production: aborted before anything that runs was changed: aborted by ada: wrong tag"),
        Case("checks failed", [new WorkFailed("no image.")], ExitCode.EngineFailed, "production: aborted before anything that runs was changed: no image."),
        Case("approval", [new ApprovalMissing()], ExitCode.Held, "production: held, approval is needed for the start", "Approvers say 'release promote production'; 'release abort production --reason ...' leaves it."),
        Case("freeze", [new FreezeMet("night")], ExitCode.Frozen, null, "'release resume production' goes on once the freeze is over."),
        Case("Ctrl-C", [.. ToBaking, new Interrupted()], ExitCode.Interrupted, null, "'release resume production' goes on, 'release rollback production --reason ...' goes back."),
        Case("no evidence", [.. ToBaking, new EvidenceMissing("no metrics")], ExitCode.Held, "production: held, no evidence: no metrics", "'release resume production' goes on, 'release rollback production --reason ...' goes back."),
        Case("stuck", [.. ToBaking, new GateFailed("6 % of 5 %."), new WorkFailed("500.")], ExitCode.EngineFailed, "production: held, the rollback is stuck: 500.", "Put right what is in the way, then 'release resume production'."),
        Case("cut short", ToBaking, ExitCode.Interrupted, "production: baking at 10 %", "'release resume production' goes on from where it stands."),
        Case("cut short on the way back", [.. ToBaking, new GateFailed("6 % of 5 %.")], ExitCode.Interrupted, "production: rolling back web", "'release resume production' goes on from where it stands."),
    ];

    private static RolloutEvent[] ToBaking =>
        [new PreflightPassed(), new NewVersionReady(), new SmokePassed(), new StepBegan(), new ServiceMoved("web")];

    private static RolloutEvent[] ToTheWatch => [.. ToBaking, new GatesPassed(), new ServiceMoved("web"), new GatesPassed(), new WatchBegan()];

    [TestCaseSource(nameof(Ends))]
    public void Of(RolloutEvent[] happened, int code, string? summary, string? advice)
    {
        var state = happened.Aggregate(RolloutState.Begin(Courses.Canary(10, 100)), RolloutState.Next);
        var trouble = happened.LastOrDefault(one => Troubles.Contains(one.Kind))?.Kind;

        Assert.That((int)RunEnd.CodeOf(state, trouble), Is.EqualTo(code));
        Assert.That(RunEnd.SummaryOf("production", state, Took), Is.EqualTo(summary ?? $"production: {state.Words}"));
        Assert.That(RunEnd.AdviceFor(state, "production"), Is.EqualTo(advice));
    }

    [Test]
    public void CodeOf_IsDoneForWhatIsSettledAlone() => Assert.That(
        from state in States.Value
        from trouble in Troubles
        where RunEnd.CodeOf(state, trouble) == ExitCode.Done != state is Settled
        select $"{state.Words}, {trouble}",
        Is.Empty);

    [Test]
    public void CodeOf_SaysRolledBackWhereItIsSoAlone() => Assert.That(
        from state in States.Value
        from trouble in Troubles
        where RunEnd.CodeOf(state, trouble) == ExitCode.RolledBack && state is not RolledBack
        select $"{state.Words}, {trouble}",
        Is.Empty);

    [Test]
    public void CodeOf_IsOneThatIsDocumentedForReleases() => Assert.That(
        States.Value.SelectMany(state => Troubles.Select(trouble => RunEnd.CodeOf(state, trouble))).Distinct(),
        Is.EquivalentTo(new[] { ExitCode.Done, ExitCode.RolledBack, ExitCode.Held, ExitCode.EngineFailed, ExitCode.Frozen, ExitCode.Interrupted }));

    [Test]
    public void SummaryOf_SaysOfWhich_AndTheReasonWhereThereIsOne() => Assert.That(
        from state in States.Value
        let summary = RunEnd.SummaryOf("production", state, Took)
        let reason = state switch { RolledBack back => back.Reason, Aborted left => left.Reason, Held held => held.Reason.Words, _ => "" }
        where !summary.StartsWith("production: ", StringComparison.Ordinal) || !summary.EndsWith(reason, StringComparison.Ordinal)
        select summary,
        Is.Empty);

    [Test]
    public void AdviceFor_IsThereUntilTheReleaseIsOver() => Assert.That(
        States.Value.Where(state => RunEnd.AdviceFor(state, "production") is null != StateSpace.HasEnded(state)), Is.Empty);

    // What is advised must be something that the state takes.
    [Test]
    public void AdviceFor_NamesWhatTheStateAllows() => Assert.That(
        from state in States.Value
        from verb in Verbs(RunEnd.AdviceFor(state, "production") ?? "")
        where !Allows(state, verb)
        select $"{state.Words}: {verb}",
        Is.Empty);

    private static IEnumerable<string> Verbs(string advice) =>
        Regex.Matches(advice, "'release (\\w+) production( --reason \\.\\.\\.)?'").Select(match => match.Groups[1].Value);

    private static bool Allows(RolloutState state, string verb) => verb switch
    {
        "resume" => state is not Held || state.Expected.Contains(Resumed.Name),
        "promote" => state.Expected.Contains(Approved.Name),
        "abort" => state.Expected.Contains(AbortRequested.Name),
        "rollback" => state.Expected.Contains(RollBackRequested.Name),
        _ => false,
    };

    private static TestCaseData Case(string name, RolloutEvent[] happened, ExitCode code, string? summary, string? advice = null) =>
        new TestCaseData(happened, (int)code, summary, advice).SetArgDisplayNames(name);
}
