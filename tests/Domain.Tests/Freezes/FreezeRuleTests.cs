using System.Reflection;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Domain.Tests.Statistics;

namespace ReleaseInfra.Domain.Tests.Freezes;

public sealed class FreezeRuleTests
{
    private static readonly FreezeSettings Settings = new(
        "Amsterdam",
        [
            new WeeklyFreeze("friday-afternoon", [DayOfWeek.Friday], new TimeOnly(12, 0), new TimeOnly(20, 0)),
            new WeeklyFreeze("night", [.. Enum.GetValues<DayOfWeek>()], new TimeOnly(20, 0), new TimeOnly(7, 0)),
        ],
        [],
        TimeSpan.Zero);

    private static readonly FreezeCalendar Calendar = new(Settings, Zones.Amsterdam, null);

    // Wednesday 14 January 2026: the night begins at 19:00 UTC. An hour forward and five minutes back.
    [TestCase("2026-01-14T17:54Z")]
    [TestCase("2026-01-14T17:55Z", Description = "ends exactly as the night begins")]
    [TestCase("2026-01-15T06:00Z", Description = "begins exactly as the night ends")]
    public void Start_Fits(string at) => Assert.That(Start(at) is Clear { Skipped.IsEmpty: true }, Is.True);

    [TestCase("2026-01-14T17:56Z", "night", "2026-01-15T06:00Z", Description = "the way back would not fit")]
    [TestCase("2026-01-14T18:30Z", "night", "2026-01-15T06:00Z", Description = "the end would not fit")]
    [TestCase("2026-01-14T23:00Z", "night", "2026-01-15T06:00Z", Description = "inside")]
    [TestCase("2026-01-16T10:30Z", "friday-afternoon", "2026-01-17T06:00Z", Description = "two freezes in a row")]
    public void Start_DoesNotFit(string at, string freeze, string next)
    {
        var frozen = (Frozen)Start(at);

        Assert.That((frozen.By.Name, frozen.NextStart), Is.EqualTo((freeze, (DateTimeOffset?)DateTimeOffset.Parse(next))));
    }

    [Test]
    public void Start_LongerThanEveryGap_HasNoNextStart()
    {
        var run = new ForwardRun(new RegularRelease(), TimeSpan.FromHours(13), TimeSpan.FromMinutes(5));

        Assert.That(FreezeRule.Start(Calendar, run, DateTimeOffset.Parse("2026-01-14T08:00Z")), Is.TypeOf<Frozen>().With.Property("NextStart").Null);
    }

    [Test]
    public void Start_OfAnUrgentRelease_IsClear_AndSaysWhatItSkips()
    {
        ReleaseKind[] kinds = [new Hotfix("customers cannot pay"), new SecurityRelease("CVE-2026-1")];
        var skipped = kinds.Select(kind => (Clear)FreezeRule.Start(Calendar, Run() with { Kind = kind }, DateTimeOffset.Parse("2026-01-14T23:00Z")));

        Assert.That(skipped.Select(clear => clear.Skipped.Single().Name), Is.EqualTo(new[] { "night", "night" }));
    }

    [TestCase(10, "2026-01-14T18:44Z", true)]
    [TestCase(10, "2026-01-14T18:46Z", false)]
    [TestCase(0, "2026-01-14T18:53Z", true, Description = "nothing remains: the next look still has time to go back")]
    [TestCase(0, "2026-01-14T18:54:30Z", false, Description = "the next look would be too late")]
    public void InFlight(int remainingMinutes, string at, bool clear)
    {
        var run = Run() with { Remaining = TimeSpan.FromMinutes(remainingMinutes) };

        Assert.That(FreezeRule.InFlight(Calendar, run, DateTimeOffset.Parse(at), TimeSpan.FromMinutes(1)) is Clear, Is.EqualTo(clear));
    }

    /// <summary>Releases of any length, looked at every minute, slower than predicted, in two zones over both changes of the clock.</summary>
    [Test]
    public void InFlight_NeverLeavesAReleaseHalfwayInsideAFreeze()
    {
        var draws = new Draws(11);
        var (started, returned) = (0, 0);
        for (var release = 0; release < 1000; release++)
        {
            var calendar = AnyCalendar(draws);
            var now = DateTimeOffset.Parse(release % 2 == 0 ? "2026-03-25T00:00Z" : "2026-10-21T00:00Z") + TimeSpan.FromMinutes(Whole(draws, 0, 7 * 24 * 60));
            var run = new ForwardRun(new RegularRelease(), TimeSpan.FromMinutes(Whole(draws, 1, 240)), TimeSpan.FromMinutes(Whole(draws, 1, 15)));
            if (FreezeRule.Start(calendar, run, now) is not Clear)
                continue;
            started++;
            var delay = draws.Uniform();
            while (run.Remaining > TimeSpan.Zero && FreezeRule.InFlight(calendar, run, now, TimeSpan.FromMinutes(1)) is Clear)
            {
                var next = now + TimeSpan.FromMinutes(1);
                Assert.That(calendar.Between(now, next), Is.Empty);
                run = draws.Uniform() < delay ? run : run with { Remaining = run.Remaining - TimeSpan.FromMinutes(1) };
                now = next;
            }

            if (run.Remaining <= TimeSpan.Zero)
                continue;
            returned++;
            Assert.That(calendar.Between(now, now + run.RollBack), Is.Empty);
        }

        Assert.That((started > 150, returned > 15), Is.EqualTo((true, true)), $"{started} started, {returned} went back");
    }

    [Test]
    public void Freezes_CannotBeAskedAboutARollback()
    {
        var asked = typeof(FreezeRule).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(FreezeRule).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.ParameterType != typeof(object) && parameter.ParameterType.IsAssignableFrom(typeof(RollingBack)));

        Assert.That(asked, Is.Empty);
    }

    private static ForwardRun Run() => new(new RegularRelease(), TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

    private static FreezeDecision Start(string at) => FreezeRule.Start(Calendar, Run(), DateTimeOffset.Parse(at));

    private static FreezeCalendar AnyCalendar(Draws draws) => new(
        new FreezeSettings(
            "any",
            [
                .. Enumerable.Range(0, Whole(draws, 1, 4)).Select(index => new WeeklyFreeze(
                    $"w{index}",
                    [.. Enum.GetValues<DayOfWeek>().Where(_ => draws.Uniform() < 0.7)],
                    new TimeOnly(Whole(draws, 0, 23), 0),
                    new TimeOnly(Whole(draws, 0, 23), 30))),
            ],
            [],
            TimeSpan.Zero),
        draws.Uniform() < 0.5 ? Zones.Amsterdam : Zones.Awkward,
        null);

    private static int Whole(Draws draws, int from, int to) => Math.Min(to, from + (int)(draws.Uniform() * (to - from + 1)));
}
