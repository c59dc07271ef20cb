using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <summary>One number of one version over time.</summary>
/// <param name="Points">In the order of time.</param>
internal sealed record Curve(string Version, bool IsNew, ImmutableArray<Sample> Points);

/// <param name="At">The end of the time that was measured.</param>
internal readonly record struct Sample(DateTimeOffset At, double Value);
