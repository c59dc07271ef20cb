using System.Collections.Immutable;
using ReleaseInfra.Cli.Display;
using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Figures;

namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>A report with what follows from its journal, worked out once for all sections.</summary>
internal sealed record ReportFacts(
    ReleaseReport Report,
    ReleaseBoard Board,
    ReleaseSummary Summary,
    ImmutableArray<StateSpan> States,
    ImmutableArray<ServiceTimeline> Services)
{
    public ImmutableArray<JournalRecord> Records => Report.Release.Records;

    public ReleaseBegan Began => Report.Release.Began;

    public Observed? Observed => Report.Observed;

    public DateTimeOffset From => Records[0].At;

    /// <summary>The latest moment that anything is known of: by clocks that jump it need not be the last line's.</summary>
    public DateTimeOffset Until { get; } = Report.Release.Records.Max(record => record.At);

    public ReportVerdict Verdict => field ??= ReportVerdict.Of(this);

    /// <exception cref="BrokenJournalException">The journal cannot be that of a release.</exception>
    public static ReportFacts Of(ReleaseReport report)
    {
        var records = report.Release.Records;
        return new ReportFacts(
            report,
            ReleaseBoard.Of(records),
            ReleaseSummary.Of(records),
            StateSpan.Of(records),
            ServiceTimelines.Of(report));
    }
}
