using ReleaseInfra.Cli.Migrations.Clusters;

namespace ReleaseInfra.Cli.Migrations.Rehearsal;

internal sealed class DumpedBackup(ScratchDatabase database, string dump, string restore) : DatabaseBackup
{
    private readonly string _folder = Directory.CreateTempSubdirectory("release-backup-").FullName;

    public override string Kind => "pg_dump, custom format";

    private string File => Path.Combine(_folder, "database.dump");

    public override Task TakeAsync(CancellationToken cancellation) =>
        RunAsync(dump, ["--format=custom", $"--file={File}", "--no-password", .. database.Server.ProgramOptions(database.Name)], cancellation);

    public override async Task RestoreAsync(CancellationToken cancellation)
    {
        await database.Server.DropDatabaseAsync(database.Name, cancellation);
        await database.Server.CreateDatabaseAsync(database.Name, null, cancellation);
        await RunAsync(
            restore,
            ["--single-transaction", "--exit-on-error", "--no-password", .. database.Server.ProgramOptions(database.Name), File],
            cancellation);
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var run = await ProgramRun.OfAsync(program, arguments, database.Server.ProgramVariables, cancellation);
        if (run.ExitCode != 0)
            throw ReleaseFailure.BackupFailed(Path.GetFileNameWithoutExtension(program), run.Output);
    }
}
