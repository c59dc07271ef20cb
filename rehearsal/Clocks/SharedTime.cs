namespace ReleaseInfra.Rehearsal.Clocks;

/// <summary>The clock of a rehearsal, in another process than the one that moves it.</summary>
public sealed class SharedTime : CompressedTime, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Lock _guard = new();
    private readonly TimePage _page;
    private readonly ManualResetEventSlim _over = new();
    private readonly Thread _ringing;
    private int _working;

    private SharedTime(TimePage page)
    {
        _page = page;
        _ringing = new Thread(RingOnTime) { IsBackground = true, Name = "the rehearsal's clock" };
        _ringing.Start();
    }

    private protected override long Now => _page.Now;

    /// <exception cref="IOException">There is no such clock any more.</exception>
    public static SharedTime Open(string path) => new(TimePage.Open(path));

    public override IDisposable Working()
    {
        Count(1);
        return new Ending(() => Count(-1));
    }

    public void Dispose()
    {
        _over.Set();
        _ringing.Join();
        _over.Dispose();
        _page.Dispose();
    }

    private void Count(int by)
    {
        lock (_guard)
        {
            _working += by;
            _page.IsWorking = _working > 0;
        }
    }

    private void RingOnTime()
    {
        while (!_over.Wait(Tick))
            Ring();
    }
}
