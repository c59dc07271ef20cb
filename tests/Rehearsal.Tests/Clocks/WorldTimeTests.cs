using ReleaseInfra.Rehearsal.Clocks;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Clocks;

internal sealed class WorldTimeTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Of the machine's time; far more than what is waited for takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TemporaryFolder _folder = null!;

    private string File => Path.Combine(_folder.Path, "clock");

    [SetUp]
    public void Make() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Delay_OfHours_PassesAtTheClocksSpeed()
    {
        using var time = WorldTime.Start(File, Morning, speed: 100_000);
        await Task.Delay(TimeSpan.FromHours(3), time).WaitAsync(Patience);
        Assert.That(time.GetUtcNow(), Is.GreaterThanOrEqualTo(Morning + TimeSpan.FromHours(3)));
    }

    [Test]
    public async Task Working_AnybodyWorks_HoursDoNotPass()
    {
        using var time = WorldTime.Start(File, Morning, speed: 100_000);
        var working = time.Working();
        // One move may have been under way.
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        var begun = time.GetUtcNow();
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        var passed = time.GetUtcNow() - begun;
        working.Dispose();
        Assert.That(passed, Is.LessThan(TimeSpan.FromMinutes(1)));
        await Task.Delay(TimeSpan.FromHours(1), time).WaitAsync(Patience);
    }

    [Test]
    public async Task SharedTime_OfAnotherProcess_WaitsAndSlowsTheSameClock()
    {
        using var world = WorldTime.Start(File, Morning, speed: 100_000);
        using var shared = SharedTime.Open(File);
        await Task.Delay(TimeSpan.FromHours(1), shared).WaitAsync(Patience);
        Assert.That(world.GetUtcNow(), Is.GreaterThanOrEqualTo(Morning + TimeSpan.FromHours(1)));

        // Killed while it worked: it never says that it has ended.
        _ = shared.Working();
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        var begun = world.GetUtcNow();
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.That(world.GetUtcNow() - begun, Is.LessThan(TimeSpan.FromMinutes(1)));
        world.Forsaken();
        await Task.Delay(TimeSpan.FromHours(1), shared).WaitAsync(Patience);
    }

    [Test]
    public async Task Timer_ChangedAndDisposedOf_RingsOnlyWhenItIsDue()
    {
        using var time = WorldTime.Start(File, Morning, speed: 100_000);
        var rung = new List<DateTimeOffset>();
        await using (var timer = time.CreateTimer(_ => Note(rung, time), null, TimeSpan.FromDays(1000), Timeout.InfiniteTimeSpan))
        {
            timer.Change(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            while (Count(rung) < 3)
                await Task.Delay(TimeSpan.FromMinutes(1), time).WaitAsync(Patience);
        }

        var before = Count(rung);
        await Task.Delay(TimeSpan.FromHours(2), time).WaitAsync(Patience);
        // One may have been on its way.
        Assert.That(Count(rung), Is.LessThanOrEqualTo(before + 1));
        Assert.That(rung[0], Is.GreaterThanOrEqualTo(Morning + TimeSpan.FromMinutes(1)));
    }

    [Test]
    public void Open_RehearsalIsOver_Throws() => Assert.That(() => SharedTime.Open(File), Throws.InstanceOf<IOException>());

    private static void Note(List<DateTimeOffset> rung, WorldTime time)
    {
        lock (rung)
            rung.Add(time.GetUtcNow());
    }

    private static int Count(List<DateTimeOffset> rung)
    {
        lock (rung)
            return rung.Count;
    }
}
