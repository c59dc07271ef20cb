using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Arm.Faults;

/// <summary>The faults of one server, switched on while it serves.</summary>
public sealed class ArmFaults
{
    private readonly Lock _guard = new();
    private ImmutableArray<Armed> _armed = [];

    internal ArmFaults()
    {
    }

    /// <summary>Of several that fit a call, the one that was added first strikes.</summary>
    public void Add(ArmFaultRule rule)
    {
        lock (_guard)
            _armed = _armed.Add(new Armed(rule, Seen: 0));
    }

    /// <summary>From now on it strikes no more.</summary>
    public void Remove(ArmFaultRule rule)
    {
        lock (_guard)
            _armed = _armed.RemoveAll(armed => ReferenceEquals(armed.Rule, rule));
    }

    public void Clear()
    {
        lock (_guard)
            _armed = [];
    }

    internal ArmFaultRule? Next(FaultSite site)
    {
        lock (_guard)
        {
            var struck = -1;
            for (var index = 0; index < _armed.Length; index++)
            {
                var armed = _armed[index];
                if (!armed.Fits(site))
                    continue;

                var isDue = armed.IsDue;
                if (isDue && struck >= 0)
                    continue;
                if (isDue)
                    struck = index;
                _armed = _armed.SetItem(index, armed with { Seen = armed.Seen + 1 });
            }

            if (struck < 0)
                return null;

            var rule = _armed[struck].Rule;
            if (_armed[struck].IsSpent)
                _armed = _armed.RemoveAt(struck);
            return rule;
        }
    }

    /// <param name="Seen">Calls that it fitted.</param>
    private sealed record Armed(ArmFaultRule Rule, int Seen)
    {
        public bool IsDue => Seen >= Rule.After && (Seen - Rule.After) % Rule.Every == 0;

        // Wider than a count of calls: a rule may be for ever.
        public bool IsSpent => Seen > Rule.After + ((long)(Rule.Times - 1) * Rule.Every);

        public bool Fits(FaultSite site) => Rule.On.Fits(site) && (Rule.Fault is not RevisionNotIndexed unknown
            || site.Filter.Contains($"'{unknown.Revision}'", StringComparison.OrdinalIgnoreCase));
    }
}
