using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Simulate.World;

/// <summary>One version of a service as it runs: a revision, a site's slot, or what a worker runs.</summary>
/// <param name="name">As metrics and logs have it.</param>
/// <param name="image">As hosts pull it.</param>
/// <param name="isNew">Whether it is what the release brings.</param>
/// <param name="ready">When it answers first; null for never.</param>
internal sealed class SimulatedVersion(string name, string image, bool isNew, DateTimeOffset created, DateTimeOffset? ready)
{
    private readonly List<(DateTimeOffset From, double Milliseconds)> _p95 = [];
    private readonly List<Tally> _minutes = [];

    public string Name => name;

    public string Image => image;

    public bool IsNew => isNew;

    public DateTimeOffset Created => created;

    public bool IsActive { get; set; } = true;

    /// <summary>Whether its health path answers as it should.</summary>
    public bool IsHealthy { get; set; } = true;

    /// <summary>Of its containers, since it was made.</summary>
    public int Restarts { get; private set; }

    /// <summary>A replica is missing until then.</summary>
    public DateTimeOffset RestartedAt { get; private set; }

    /// <summary>0..1 of its answers are errors while nothing else is wrong.</summary>
    public double Errors { get; set; }

    public bool IsUp(DateTimeOffset now) => IsActive && ready is { } at && at <= now;

    public void RestartUntil(DateTimeOffset up) => (Restarts, RestartedAt) = (Restarts + 1, up);

    /// <param name="milliseconds">From now on.</param>
    public void TakesAtP95(double milliseconds, DateTimeOffset now) => _p95.Add((now, milliseconds));

    public double P95(DateTimeOffset at)
    {
        var last = _p95.FindLastIndex(change => change.From <= at);
        return _p95[Math.Max(last, 0)].Milliseconds;
    }

    /// <param name="minute">Of the world, from 0.</param>
    public void Count(int minute, Tally asked)
    {
        while (_minutes.Count <= minute)
            _minutes.Add(default);
        _minutes[minute] += asked;
    }

    /// <inheritdoc cref="Count"/>
    public Tally Asked(int minute) => minute >= 0 && minute < _minutes.Count ? _minutes[minute] : default;
}
