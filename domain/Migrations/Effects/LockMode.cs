namespace ReleaseInfra.Domain.Migrations.Effects;

/// <summary>PostgreSQL's locks on a table, the weakest first.</summary>
public enum LockMode
{
    None,
    AccessShare,
    RowShare,
    RowExclusive,
    ShareUpdateExclusive,
    Share,
    ShareRowExclusive,
    Exclusive,
    AccessExclusive,
}

public static class LockModes
{
    public static bool BlocksWrites(this LockMode mode) => mode >= LockMode.Share;

    public static bool BlocksReads(this LockMode mode) => mode == LockMode.AccessExclusive;

    /// <summary>As PostgreSQL's documentation names it.</summary>
    public static string Word(this LockMode mode) => mode switch
    {
        LockMode.None => "none",
        LockMode.AccessShare => "ACCESS SHARE",
        LockMode.RowShare => "ROW SHARE",
        LockMode.RowExclusive => "ROW EXCLUSIVE",
        LockMode.ShareUpdateExclusive => "SHARE UPDATE EXCLUSIVE",
        LockMode.Share => "SHARE",
        LockMode.ShareRowExclusive => "SHARE ROW EXCLUSIVE",
        LockMode.Exclusive => "EXCLUSIVE",
        LockMode.AccessExclusive => "ACCESS EXCLUSIVE",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such lock."),
    };

    /// <summary>As the view pg_locks has it: <c>AccessExclusiveLock</c>.</summary>
    /// <exception cref="FormatException">PostgreSQL has no such mode.</exception>
    public static LockMode Parse(string mode) =>
        mode.EndsWith("Lock", StringComparison.Ordinal) && Enum.TryParse<LockMode>(mode[..^"Lock".Length], out var known)
            ? known
            : throw new FormatException($"'{mode}' is no lock on a table. The modes are {string.Join(", ", Enum.GetNames<LockMode>().Skip(1))}.");
}
