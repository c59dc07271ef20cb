using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Azure.Postgres;

internal sealed class Backups(AzureCalls calls, LongRunningCalls operations) : IBackups
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public async Task<Backup> CreateAsync(AzureId server, string name, CancellationToken cancellation)
    {
        var ended = await operations.CompleteAsync(
            AzureRequest.Put($"{server}/backups/{name}", ApiVersions.Postgres), Limit, cancellation);
        return await FindAsync(server, name, cancellation) is { Completed: not null } made
            ? made
            : throw new AzureOutcomeUnknown(ended.First.Call, "the operation has ended, and there is no completed backup.");
    }

    public async Task<Backup?> FindAsync(AzureId server, string name, CancellationToken cancellation) =>
        await calls.FindAsync(AzureRequest.Get($"{server}/backups/{name}", ApiVersions.Postgres), cancellation) is { } answer
            ? Read(answer.Json())
            : null;

    public async Task<ImmutableArray<Backup>> ListAsync(AzureId server, CancellationToken cancellation) =>
        [.. (await calls.ListAsync(AzureRequest.Get($"{server}/backups", ApiVersions.Postgres), cancellation)).Select(Read)];

    private static Backup Read(WireJson backup) => new(
        backup.Text("name"),
        backup.TextOrNull("properties", "backupType"),
        backup.TimeOrNull("properties", "completedTime"),
        backup.TextOrNull("properties", "source"));
}
