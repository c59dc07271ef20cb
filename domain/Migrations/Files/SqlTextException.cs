namespace ReleaseInfra.Domain.Migrations.Files;

/// <summary>The text of a migration is no SQL that could be sent to a server.</summary>
/// <param name="line">From 1.</param>
public sealed class SqlTextException(int line, string sentence) : FormatException(sentence)
{
    public int Line => line;
}
