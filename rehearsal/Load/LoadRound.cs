using System.Collections.Immutable;

namespace ReleaseInfra.Rehearsal.Load;

/// <summary>The targets in turn, and each one's paths in turn. For one caller at a time.</summary>
internal sealed class LoadRound
{
    private readonly (string App, Uri[] Addresses)[] _targets;
    private long _next;

    /// <exception cref="ArgumentException">No target, or one without a path.</exception>
    public LoadRound(ImmutableArray<LoadTarget> targets)
    {
        if (targets.IsDefaultOrEmpty)
            throw new ArgumentException("A load needs at least one target.", nameof(targets));
        if (targets.FirstOrDefault(target => target.Paths.IsDefaultOrEmpty) is { } bare)
            throw new ArgumentException($"'{bare.App}' has no path to request.", nameof(targets));
        _targets = [.. targets.Select(target => (target.App, target.Paths.Select(path => new Uri($"http://{target.Host}{path}")).ToArray()))];
    }

    public (string App, Uri Address) Next()
    {
        var (round, target) = Math.DivRem(_next++, _targets.Length);
        var (app, addresses) = _targets[target];
        return (app, addresses[round % addresses.Length]);
    }
}
