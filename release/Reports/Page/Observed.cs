using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>What a rehearsal saw from outside, beside what the release itself wrote down. Times are of the release's clock.</summary>
internal sealed record Observed
{
    /// <summary>Each version of each service once.</summary>
    public required ImmutableArray<ObservedVersion> Versions { get; init; }

    public required ClientFigures Clients { get; init; }

    /// <summary>From the first bad response to the decision to go back; null where one of them never came.</summary>
    public TimeSpan? Detection { get; init; }

    /// <summary>From that decision to the old versions having all traffic; null where it never came to that.</summary>
    public TimeSpan? Return { get; init; }

    public ImmutableArray<PlayedFault> Faults { get; init; } = [];

    /// <summary>How many seconds of the release's clock went by in one of everybody's; 1 for a release in real time.</summary>
    public required double Compression { get; init; }
}

/// <param name="Name">As it was asked for, such as <c>errors=6%@10</c>.</param>
/// <param name="Explanation">One sentence: what it does.</param>
internal sealed record PlayedFault(string Name, string Explanation);
