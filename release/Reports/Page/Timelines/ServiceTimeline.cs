using System.Collections.Immutable;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <summary>All that is known of one service over the time of a release.</summary>
internal sealed record ServiceTimeline(ReleasedService Released)
{
    /// <summary>Percent on the new version; each holds until the next.</summary>
    public required ImmutableArray<Sample> Weights { get; init; }

    /// <summary>Per minute.</summary>
    public required ImmutableArray<Curve> Requests { get; init; }

    /// <summary>Percent of the requests.</summary>
    public required ImmutableArray<Curve> Failures { get; init; }

    /// <summary>Milliseconds, of the 95th percentile.</summary>
    public required ImmutableArray<Curve> Latencies { get; init; }

    /// <summary>Percent of requests that may fail; each holds until the next.</summary>
    public required ImmutableArray<Sample> FailureLimits { get; init; }

    /// <summary>Milliseconds; each holds until the next.</summary>
    public required ImmutableArray<Sample> LatencyLimits { get; init; }

    /// <summary>Of its gates and of those that the services share.</summary>
    public required ImmutableArray<MarkLane> Lanes { get; init; }

    public string New => Released.To.Text;

    public string Old => Released.From?.Text ?? "nothing";
}
