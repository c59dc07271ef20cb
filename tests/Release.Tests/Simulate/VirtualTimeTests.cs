using ReleaseInfra.Cli.Simulate.Clock;

namespace ReleaseInfra.Release.Tests.Simulate;

public sealed class VirtualTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly List<string> _seen = [];
    private VirtualTime _time = null!;

    [SetUp]
    public void Begin()
    {
        _time = new VirtualTime(Start);
        _seen.Clear();
    }

    [Test]
    public void Wait_IsOverAtItsMoment()
    {
        var end = _time.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromHours(3), _time);
            return _time.GetUtcNow();
        });

        Assert.That(end, Is.EqualTo(Start.AddHours(3)));
    }

    [Test]
    public void Waits_EndInTheOrderOfTheirMoments_AndThenOfTheirBeginnings()
    {
        _time.Run(async () =>
        {
            await Task.WhenAll(SeeAsync("late", 2), SeeAsync("first", 1), SeeAsync("second", 1));
            return 0;
        });

        Assert.That(_seen, Is.EqualTo(new[] { "first at 09:01", "second at 09:01", "late at 09:02" }));
    }

    [Test]
    public void Deadline_EndsAWaitThatIsLonger()
    {
        var end = _time.Run(async () =>
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5), _time);
            try
            {
                await Task.Delay(TimeSpan.FromHours(1), _time, deadline.Token);
            }
            catch (OperationCanceledException)
            {
                return _time.GetUtcNow();
            }

            return DateTimeOffset.MaxValue;
        });

        Assert.That(end, Is.EqualTo(Start.AddMinutes(5)));
    }

    [Test]
    public void DisposedTimer_NeverRings()
    {
        _time.Run(async () =>
        {
            await using (_time.CreateTimer(_ => _seen.Add("rang"), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan))
                await Task.Delay(TimeSpan.FromSeconds(30), _time);
            await Task.Delay(TimeSpan.FromMinutes(5), _time);
            return 0;
        });

        Assert.That(_seen, Is.Empty);
    }

    [Test]
    public void KilledProcess_GoesOnNowhere_AndOthersDo()
    {
        _time.Run(async () =>
        {
            var process = new VirtualProcess(_time);
            _ = process.Do(async () =>
            {
                try
                {
                    await SeeAsync("before", 1);
                    await SeeAsync("after", 2);
                }
                finally
                {
                    _seen.Add("tidied up");
                }
            });
            await Task.Delay(TimeSpan.FromMinutes(2), _time);
            process.Kill();
            await SeeAsync("somebody else", 10);
            return 0;
        });

        Assert.That(_seen, Is.EqualTo(new[] { "before at 09:01", "somebody else at 09:12" }));
    }

    [Test]
    public void Rejects_AWorldThatWaitsForever() => Assert.That(
        () => _time.Run(() => new TaskCompletionSource<int>().Task),
        Throws.InvalidOperationException.With.Message.EqualTo("Everybody in the simulated world waits for something that never comes."));

    [Test]
    public void Rejects_ATimerFromOutside() => Assert.That(
        () => _time.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero),
        Throws.InvalidOperationException.With.Message.EqualTo("This is done outside of the simulated world."));

    private async Task SeeAsync(string what, int minutes)
    {
        await Task.Delay(TimeSpan.FromMinutes(minutes), _time);
        _seen.Add($"{what} at {_time.GetUtcNow():HH:mm}");
    }
}
