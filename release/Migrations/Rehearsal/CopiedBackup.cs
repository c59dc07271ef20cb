using ReleaseInfra.Cli.Migrations.Clusters;

namespace ReleaseInfra.Cli.Migrations.Rehearsal;

/// <summary>A copy that the server itself makes. It can make one only of a database that nobody uses at that moment.</summary>
internal sealed class CopiedBackup(ScratchDatabase database) : DatabaseBackup
{
    private readonly string _copy = $"{database.Name}_copy";

    public override string Kind => "a copy on the server, since there is no pg_dump here";

    public override Task TakeAsync(CancellationToken cancellation) => database.Server.CreateDatabaseAsync(_copy, database.Name, cancellation);

    public override async Task RestoreAsync(CancellationToken cancellation)
    {
        await database.Server.DropDatabaseAsync(database.Name, cancellation);
        await database.Server.CreateDatabaseAsync(database.Name, _copy, cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(ScratchDatabase.LongestDrop);
        await database.Server.DropDatabaseAsync(_copy, limit.Token);
    }
}
