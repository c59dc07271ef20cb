namespace ReleaseInfra.Domain.Rollouts;

/// <summary>How much haste a release has. No haste passes a gate.</summary>
public abstract record ReleaseKind
{
    private protected ReleaseKind()
    {
    }
}

public sealed record RegularRelease : ReleaseKind;

/// <summary>Starts inside a freeze, and may shorten bakes; the reason is part of the plan and of the journal.</summary>
public abstract record UrgentRelease : ReleaseKind
{
    private protected UrgentRelease(string reason, TimeSpan? longestBake)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("A release that skips freezes needs a reason.", nameof(reason));
        if (longestBake < TimeSpan.Zero)
            throw new ArgumentException("A bake cannot be shorter than nothing.", nameof(longestBake));
        Reason = reason;
        LongestBake = longestBake;
    }

    public string Reason { get; }

    /// <summary>Null for bakes as they are set.</summary>
    public TimeSpan? LongestBake { get; }
}

public sealed record Hotfix(string Reason, TimeSpan? LongestBake = null) : UrgentRelease(Reason, LongestBake);

public sealed record SecurityRelease(string Reason, TimeSpan? LongestBake = null) : UrgentRelease(Reason, LongestBake);
