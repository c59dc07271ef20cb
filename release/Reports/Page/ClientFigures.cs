namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>What became of the requests of everybody who visited, whichever version answered.</summary>
/// <param name="Answered">Of those sent, with whatever status.</param>
/// <param name="FailedByFault">Of those answered, by the fault that was played: meant to fail.</param>
/// <param name="Lost">Neither answered well nor failed by the fault: what a release must never cost.</param>
/// <param name="Latency">Null where nothing was answered.</param>
internal sealed record ClientFigures(long Sent, long Answered, long FailedByFault, long Lost, LatencyFigures? Latency);

/// <summary>From when a request was meant to be sent to the end of its answer.</summary>
internal sealed record LatencyFigures(TimeSpan P50, TimeSpan P95, TimeSpan P99);
