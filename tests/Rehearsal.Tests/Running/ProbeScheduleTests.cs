using ReleaseInfra.Rehearsal.Running.Probes;

namespace ReleaseInfra.Rehearsal.Tests.Running;

public sealed class ProbeScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly VersionProbes Probes = new(Terms("/startup", 1, 5, 3), Terms("/ready", 1, 5, 2), Terms("/live", 5, 10, 3));

    /// <param name="answers">A letter a second from the start on: what every probe of that second finds, + or -.</param>
    [TestCase("", "Starting")]
    [TestCase("+", "Starting")]
    [TestCase("-+", "Ready")]
    [TestCase("------+", "Ready")]
    [TestCase("-----------", "Starting")]
    [TestCase("------------", "MustRestart")]
    [TestCase("++----", "Ready")]
    [TestCase("++---------", "Ready")]
    [TestCase("++----------", "NotReady")]
    [TestCase("++----------+++++", "Ready")]
    [TestCase("++-----------------------", "NotReady")]
    [TestCase("++------------------------", "MustRestart")]
    public void Verdict_After(string answers, string verdict) => Assert.That(Play(Probes, answers).Verdict.ToString(), Is.EqualTo(verdict));

    [Test]
    public void Verdict_WithoutProbes_IsReadyAtOnce()
    {
        var schedule = new ProbeSchedule(VersionProbes.None, Start);

        Assert.That((schedule.Verdict, schedule.Due), Is.EqualTo((ProbeVerdict.Ready, (DateTimeOffset?)null)));
    }

    [Test]
    public void Verdict_WithoutReadiness_IsReadyOnceItHasStarted() =>
        Assert.That(Play(new VersionProbes(Terms("/", 0, 1, 3), null, null), "-+").Verdict, Is.EqualTo(ProbeVerdict.Ready));

    [Test]
    public void Due_WhileStarting_IsTheStartupProbesAlone()
    {
        var schedule = new ProbeSchedule(Probes, Start);

        Assert.That(schedule.Due, Is.EqualTo(Start.AddSeconds(1)));
        Assert.That(schedule.DueAt(Start.AddSeconds(9)).Select(terms => terms.Path), Is.EqualTo(new[] { "/startup" }));
    }

    private static ProbeSchedule Play(VersionProbes probes, string answers)
    {
        var schedule = new ProbeSchedule(probes, Start);
        foreach (var (second, answer) in answers.Index())
        {
            var now = Start.AddSeconds(second);
            // Those that come due by what another one found, too.
            while (schedule.DueAt(now).FirstOrDefault() is { } terms)
                schedule.Saw(terms, answer == '+', now);
        }

        return schedule;
    }

    private static ProbeTerms Terms(string path, int delay, int period, int failures) =>
        new(path, TimeSpan.FromSeconds(delay), TimeSpan.FromSeconds(period), TimeSpan.FromSeconds(1), failures);
}
