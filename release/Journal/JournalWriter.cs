namespace ReleaseInfra.Cli.Journal;

/// <summary>Who writes a journal, and from where.</summary>
/// <param name="By">User and host, as in <c>ann@laptop</c>.</param>
internal sealed record JournalWriter(string By, string Host, int ProcessId)
{
    public string Where => $"process {ProcessId} on {Host}";
}
