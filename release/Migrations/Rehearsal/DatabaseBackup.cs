using ReleaseInfra.Cli.Migrations.Clusters;

namespace ReleaseInfra.Cli.Migrations.Rehearsal;

/// <summary>A database as it was at one moment, and the way back to it.</summary>
internal abstract class DatabaseBackup : IAsyncDisposable
{
    /// <summary>For people.</summary>
    public abstract string Kind { get; }

    /// <summary>PostgreSQL's own programs where the machine has them: they read beside whoever uses the database.</summary>
    public static DatabaseBackup Of(ScratchDatabase database, PostgresPrograms? programs) =>
        programs is { PgDump: { } dump, PgRestore: { } restore } ? new DumpedBackup(database, dump, restore) : new CopiedBackup(database);

    /// <exception cref="ReleaseFailure">It cannot be made.</exception>
    public abstract Task TakeAsync(CancellationToken cancellation);

    /// <summary>The database of the same name, made anew. Whoever was connected to it has to connect again.</summary>
    /// <exception cref="ReleaseFailure">It cannot be put back.</exception>
    public abstract Task RestoreAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
