namespace ReleaseInfra.Domain.Plans;

/// <param name="Objective">Share of requests that must succeed, 0..1, below 1.</param>
/// <param name="Window">Over which.</param>
public sealed record ErrorBudget(double Objective, TimeSpan Window)
{
    /// <summary>99.9 % over 30 days.</summary>
    public static ErrorBudget Usual { get; } = new(0.999, TimeSpan.FromDays(30));

    /// <summary>Full outage that the budget would bear.</summary>
    public TimeSpan Outage => (1 - Objective) * Window;

    /// <summary>What is lost where a share of the traffic fails for a time.</summary>
    /// <param name="share">Of all requests, 0..1, that fail and would not have.</param>
    public AtRisk Lose(double share, TimeSpan time) => new(share * time, share * time / Outage);
}

/// <param name="Outage">Full outage of the service that costs as much.</param>
/// <param name="OfBudget">1 for the whole budget.</param>
public sealed record AtRisk(TimeSpan Outage, double OfBudget);
