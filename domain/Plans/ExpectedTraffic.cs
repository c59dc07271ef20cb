namespace ReleaseInfra.Domain.Plans;

/// <summary>What a service is expected to be asked while it is released, all versions together.</summary>
public sealed record ExpectedTraffic
{
    /// <param name="failureRate">Of the version that runs, 0..1.</param>
    public ExpectedTraffic(double requestsPerSecond, double failureRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requestsPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegative(failureRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failureRate, 1);
        (RequestsPerSecond, FailureRate) = (requestsPerSecond, failureRate);
    }

    public double RequestsPerSecond { get; }

    public double FailureRate { get; }
}
