namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>All that a page about one release is made from.</summary>
internal sealed record ReleaseReport(RecordedRelease Release)
{
    /// <summary>From the start until the last bake is over, as it was planned; null where nobody predicted it.</summary>
    public TimeSpan? Predicted { get; init; }

    /// <summary>What a rehearsal saw from outside; null for a release that was none.</summary>
    public Observed? Observed { get; init; }
}
