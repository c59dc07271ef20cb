namespace ReleaseInfra.Rehearsal.Running.Probes;

internal enum ProbeVerdict
{
    /// <summary>Nobody knows yet.</summary>
    Starting,

    Ready,

    /// <summary>It runs, and gets no requests.</summary>
    NotReady,

    /// <summary>The container is to be killed and started again.</summary>
    MustRestart,
}

/// <summary>When a container is probed from its start on, and what the answers come to.</summary>
internal sealed class ProbeSchedule
{
    private readonly DateTimeOffset _started;
    private readonly VersionProbes _probes;
    private Running? _startup;
    private Running? _readiness;
    private Running? _liveness;

    public ProbeSchedule(VersionProbes probes, DateTimeOffset started)
    {
        (_probes, _started) = (probes, started);
        _startup = Begin(probes.Startup, started);
        if (_startup is null)
            BeginOthers(started);
    }

    public ProbeVerdict Verdict { get; private set; } = ProbeVerdict.Starting;

    /// <summary>When the next one is due; null where there are none.</summary>
    public DateTimeOffset? Due => Current.Min(running => (DateTimeOffset?)running.Due);

    private IEnumerable<Running> Current => new[] { _startup, _readiness, _liveness }.OfType<Running>();

    public IEnumerable<ProbeTerms> DueAt(DateTimeOffset now) =>
        [.. Current.Where(running => running.Due <= now).Select(running => running.Terms)];

    /// <param name="isGood">What was found; by <paramref name="at"/> it was asked.</param>
    public void Saw(ProbeTerms terms, bool isGood, DateTimeOffset at)
    {
        foreach (var running in Current.Where(running => ReferenceEquals(running.Terms, terms)))
            running.Saw(isGood, at);

        if (_startup is { } startup)
            Judge(startup, at);
        else if (_liveness is { HasFailed: true })
            Verdict = ProbeVerdict.MustRestart;
        else if (_readiness is { LastWasGood: true })
            Verdict = ProbeVerdict.Ready;
        else if (_readiness is { HasFailed: true })
            Verdict = ProbeVerdict.NotReady;
    }

    private void Judge(Running startup, DateTimeOffset at)
    {
        if (startup.HasFailed)
            Verdict = ProbeVerdict.MustRestart;
        if (!startup.LastWasGood)
            return;

        _startup = null;
        BeginOthers(at);
    }

    private void BeginOthers(DateTimeOffset now)
    {
        _readiness = Begin(_probes.Readiness, now);
        _liveness = Begin(_probes.Liveness, now);
        if (_readiness is null)
            Verdict = ProbeVerdict.Ready;
    }

    /// <summary>Delays count from the container's start, also those of the probes that waited for the first.</summary>
    private Running? Begin(ProbeTerms? terms, DateTimeOffset now)
    {
        if (terms is null)
            return null;
        var due = _started + terms.Delay;
        return new Running(terms, due > now ? due : now);
    }

    private sealed class Running(ProbeTerms terms, DateTimeOffset due)
    {
        private int _failures;

        public ProbeTerms Terms => terms;

        public DateTimeOffset Due { get; private set; } = due;

        public bool LastWasGood { get; private set; }

        public bool HasFailed => _failures >= terms.Failures;

        public void Saw(bool isGood, DateTimeOffset at)
        {
            Due = at + terms.Period;
            LastWasGood = isGood;
            _failures = isGood ? 0 : _failures + 1;
        }
    }
}
