namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>A recorded decision that comes out otherwise now.</summary>
/// <param name="Number">Of the record.</param>
/// <param name="What">As in <c>error rate of web</c>.</param>
/// <param name="Recorded">Outcome and message.</param>
/// <param name="Now">Outcome and message.</param>
public sealed record ReplayFinding(int Number, string What, string Recorded, string Now);
