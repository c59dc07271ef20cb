using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Gates;

/// <summary>When a row of measurements makes a verdict; names and meanings are those of Argo Rollouts' analyses, where it has them.</summary>
public sealed record GateTerms
{
    public required TimeSpan Interval { get; init; }

    /// <summary>Measurements after which the gate is decided; null for as many as fit until its end is called.</summary>
    public int? Count { get; init; }

    /// <summary>More failed measurements than this fail the gate.</summary>
    public int FailureLimit { get; init; }

    /// <summary>As many failed measurements in a row fail the gate; null for no such limit.</summary>
    public int? ConsecutiveFailureLimit { get; init; }

    /// <summary>More inconclusive measurements than this end the gate without a verdict.</summary>
    public int InconclusiveLimit { get; init; } = int.MaxValue;

    /// <summary>More errors in a row than this end the gate as errored.</summary>
    public int ConsecutiveErrorLimit { get; init; } = 4;

    /// <summary>As many passed measurements in a row are needed to pass, and enough; null where the count alone decides.</summary>
    public int? ConsecutiveSuccessLimit { get; init; }

    /// <summary>Before the first measurement: a version that has just started is not judged by its cold caches.</summary>
    public TimeSpan InitialDelay { get; init; }

    /// <summary>Passed measurements and the requests behind them, without which nothing passes.</summary>
    public required EvidenceFloor Evidence { get; init; }

    /// <summary>The seeds' rule for health checks: so many failures in a row, however many before.</summary>
    /// <remarks>Without the initial delay: a version that never answers is not waited for.</remarks>
    public static GateTerms ForHealth(RolloutSettings settings) => Of(settings) with
    {
        FailureLimit = int.MaxValue,
        ConsecutiveFailureLimit = settings.FailedHealthChecks,
        InitialDelay = TimeSpan.Zero,
        Evidence = settings.Evidence with { Requests = 0 },
    };

    /// <summary>The seeds' rule for error rate and latency: once above the limit is enough to go back.</summary>
    public static GateTerms ForLimits(RolloutSettings settings) => Of(settings);

    /// <summary>For what is not counted in requests: levels, and the word of a webhook. Once above, or failed, is enough to go back.</summary>
    public static GateTerms ForLevels(RolloutSettings settings) => Of(settings) with
    {
        Evidence = settings.Evidence with { Requests = 0 },
    };

    private static GateTerms Of(RolloutSettings settings) => new()
    {
        Interval = settings.Gates.Interval,
        InconclusiveLimit = settings.Gates.InconclusiveLimit ?? int.MaxValue,
        ConsecutiveErrorLimit = settings.Gates.ConsecutiveErrorLimit,
        InitialDelay = settings.Gates.InitialDelay,
        Evidence = settings.Evidence,
    };

    /// <param name="taken">Measurements so far.</param>
    public DateTimeOffset NextAt(DateTimeOffset begun, int taken) => begun + InitialDelay + (taken * Interval);
}
