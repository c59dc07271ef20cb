using System.Collections.Immutable;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>One version of one service, as its visitors met it.</summary>
/// <param name="Version">As in <c>v1.2.3</c>.</param>
/// <param name="IsNew">Whether it is the one that was released.</param>
/// <param name="Intervals">In the order of time, without overlap.</param>
internal sealed record ObservedVersion(string Service, string Version, bool IsNew, ImmutableArray<ObservedInterval> Intervals);

/// <param name="Until">Not in it.</param>
/// <param name="Weight">Percent of the service's traffic, at the interval's end.</param>
/// <param name="P95">Of the answers; null where there was none.</param>
internal sealed record ObservedInterval(DateTimeOffset From, DateTimeOffset Until, int Weight, Tally Requests, TimeSpan? P95);
