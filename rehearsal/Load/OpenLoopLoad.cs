namespace ReleaseInfra.Rehearsal.Load;

/// <summary>Requests that are sent when they are due, whether or not those before were answered.</summary>
/// <remarks>What is slow cannot hold back the requests that would show it; what waits for its turn counts as latency.</remarks>
public sealed class OpenLoopLoad : IAsyncDisposable
{
    /// <summary>A shorter wait costs a core more than the requests do.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly LoadOptions _options;
    private readonly LoadClient _client;
    private readonly LoadRound _round;
    private readonly LoadTally _tally = new();
    private readonly UnderWay _underWay = new();
    private readonly CancellationTokenSource _enough = new();
    private readonly CancellationTokenSource _brokenOff = new();
    private readonly Task _pacing;

    private OpenLoopLoad(LoadOptions options)
    {
        (_options, _client, _round) = (options, new LoadClient(options), new LoadRound(options.Targets));
        _pacing = Task.Run(PaceAsync);
    }

    /// <summary>As of now.</summary>
    public LoadFigures Figures => _tally.Figures;

    /// <exception cref="ArgumentException">Nothing to request, or no rate.</exception>
    public static OpenLoopLoad Start(LoadOptions options) =>
        options.PerSecond > 0 && double.IsFinite(options.PerSecond)
            ? new OpenLoopLoad(options)
            : throw new ArgumentException($"A load of {options.PerSecond} requests a second is none.", nameof(options));

    /// <summary>Nothing more is sent; waits for the answers under way, each as long as the patience.</summary>
    public async Task<LoadFigures> StopAsync(CancellationToken cancellation)
    {
        await _enough.CancelAsync();
        await _pacing.WaitAsync(cancellation);
        await _underWay.EndedAsync().WaitAsync(cancellation);
        return Figures;
    }

    /// <summary>Breaks off what is under way, which then counts as neither answered nor lost.</summary>
    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _brokenOff.CancelAsync();
        await _pacing;
        await _underWay.EndedAsync();
        _client.Dispose();
    }

    private async Task PaceAsync()
    {
        var start = _options.Watch.GetTimestamp();
        foreach (var due in ArrivalTimes.Of(_options.Arrivals, _options.PerSecond, _options.Seed))
        {
            var lag = _options.Watch.GetElapsedTime(start) - due;
            while (lag < TimeSpan.Zero)
            {
                var wait = -lag > ShortestWait ? -lag : ShortestWait;
                await Task.Delay(wait, _options.Watch, _enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (_enough.IsCancellationRequested)
                    return;
                lag = _options.Watch.GetElapsedTime(start) - due;
            }

            if (_enough.IsCancellationRequested)
                return;
            Send(start, due, lag);
        }
    }

    private void Send(long start, TimeSpan due, TimeSpan lag)
    {
        _tally.Sent(lag);
        _underWay.Begin();
        _ = SendAsync(start, due, lag);
    }

    private async Task SendAsync(long start, TimeSpan due, TimeSpan lag)
    {
        try
        {
            var (app, address) = _round.Next();
            var at = _options.Time.GetUtcNow();
            var patience = lag < _options.Patience ? _options.Patience - lag : TimeSpan.Zero;
            var ending = await _client.SendAsync(address, patience, _brokenOff.Token);
            var request = new LoadedRequest(app, at, _options.Watch.GetElapsedTime(start) - due, ending);
            _tally.Ended(request);
            _options.Observer.Ended(request);
        }
        catch (OperationCanceledException) when (_brokenOff.IsCancellationRequested)
        {
        }
        finally
        {
            _underWay.End();
        }
    }
}
