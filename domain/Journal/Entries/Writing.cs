namespace ReleaseInfra.Domain.Journal.Entries;

/// <summary>A writer after the first one; its record is the first of its epoch.</summary>
/// <param name="By">User and host, as in <c>ann@laptop</c>.</param>
/// <param name="Where">As in <c>process 4711 on laptop</c>.</param>
/// <param name="CutOff">Bytes of a line that the writer before had not finished; 0 where there was none.</param>
public sealed record WriterTookOver(string By, string Where, int CutOff) : JournalEntry
{
    public override string Kind => "writer took over";
}

/// <param name="By">As in <c>ann@laptop</c>.</param>
public sealed record NoteWritten(string By, string Text) : JournalEntry
{
    public override string Kind => "note";
}
