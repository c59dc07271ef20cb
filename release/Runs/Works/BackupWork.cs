using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>Something to put the database back to, made once in a release.</summary>
internal sealed class BackupWork(Underway release) : IStateWork
{
    public async Task<RolloutEvent> DoAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        await release.Journal.WriteAsync(new WorkBegan(new Backup()));
        await release.Journal.WriteAsync(new RestorePointNoted(await MakeAsync(standing, cancellation)));
        return new BackupTaken();
    }

    private async Task<string> MakeAsync(ReleaseStanding standing, CancellationToken cancellation)
    {
        // Azure takes none on demand there, and can restore every moment all the same.
        if (release.Settings.Database.Tier == DatabaseTier.Burstable)
            return $"the moment {release.Time.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, by point-in-time restore";
        var server = release.Group.DatabaseServer(release.Settings.Names().DatabaseServer.Value);
        var name = $"release-{standing.Began.Id}";
        if (await release.Azure.Backups.FindAsync(server, name, cancellation) is not { Completed: not null })
            await release.Azure.Backups.CreateAsync(server, name, cancellation);
        return $"backup {name}";
    }
}
