namespace ReleaseInfra.Cli.Journal.Chain;

/// <summary>What is kept beside a journal's lines, so that lines which are missing at the end are missed.</summary>
/// <param name="Epoch">Rises with each writer, and never falls.</param>
/// <param name="Count">Lines that were acknowledged; one more may stand, written by a process that died before it could say so.</param>
/// <param name="Last">Hash of the last of them; the chain's seed where there is none.</param>
/// <param name="Writer">Of the epoch.</param>
/// <param name="Since">When the epoch began.</param>
internal sealed record JournalHead(int Epoch, int Count, string Last, JournalWriter Writer, DateTimeOffset Since)
{
    /// <summary>As in <c>ann@laptop (process 4711 on laptop) since 2026-11-21 09:30:00 UTC</c>.</summary>
    public string Holder => $"{Writer.By} ({Writer.Where}) since {Since:yyyy-MM-dd HH:mm:ss} UTC";
}
