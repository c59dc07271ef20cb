namespace ReleaseInfra.Rehearsal.Clocks;

/// <summary>The clock that a rehearsal goes by. It moves itself, and whoever shares it.</summary>
public sealed class WorldTime : CompressedTime, IDisposable
{
    /// <summary>Of the machine's time, between two moves.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>What a machine that stood still longer has missed does not pass at all.</summary>
    private static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(20);

    private readonly TimePage _page;
    private readonly ManualResetEventSlim _over = new();
    private readonly Thread _moving;
    private int _working;
    private double _speed;

    private WorldTime(TimePage page, double speed)
    {
        (_page, _speed) = (page, speed);
        _moving = new Thread(Move) { IsBackground = true, Name = "the rehearsal's clock" };
        _moving.Start();
    }

    /// <summary>Of the clock against the machine's own while everybody waits; at least 1.</summary>
    public double Speed
    {
        get => Volatile.Read(ref _speed);
        set => Volatile.Write(ref _speed, Math.Max(1, value));
    }

    private protected override long Now => _page.Now;

    /// <param name="path">Of the file by which it is shared; there is none yet.</param>
    public static WorldTime Start(string path, DateTimeOffset at, double speed)
    {
        var page = TimePage.Create(path);
        page.Now = at.UtcTicks;
        return new WorldTime(page, Math.Max(1, speed));
    }

    public override IDisposable Working()
    {
        Interlocked.Increment(ref _working);
        return new Ending(() => Interlocked.Decrement(ref _working));
    }

    /// <summary>Whoever shares it works no longer: it was killed, or has ended.</summary>
    public void Forsaken() => _page.IsWorking = false;

    public void Dispose()
    {
        _over.Set();
        _moving.Join();
        _over.Dispose();
        _page.Dispose();
    }

    private void Move()
    {
        var last = System.GetTimestamp();
        while (!_over.Wait(Tick))
        {
            var now = System.GetTimestamp();
            var passed = System.GetElapsedTime(last, now);
            last = now;
            var isWorking = Volatile.Read(ref _working) > 0 || _page.IsWorking;
            _page.Now += (long)((passed < LongestTick ? passed : LongestTick).Ticks * (isWorking ? 1 : Speed));
            Ring();
        }
    }
}
