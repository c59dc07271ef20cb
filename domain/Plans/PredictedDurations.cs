namespace ReleaseInfra.Domain.Plans;

/// <summary>How long each kind of work is expected to take; from past releases where there are any.</summary>
public sealed record PredictedDurations
{
    public TimeSpan Preflight { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Backup { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan Migration { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Deploy { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan Smoke { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>One write of weights, read back and seen in the requests: a service, one way.</summary>
    public TimeSpan Shift { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>One service back to its old version, from the decision.</summary>
    public TimeSpan Return { get; init; } = TimeSpan.FromSeconds(30);
}
