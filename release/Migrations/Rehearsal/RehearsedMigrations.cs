using System.Collections.Immutable;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Domain.Migrations.Uses;

namespace ReleaseInfra.Cli.Migrations.Rehearsal;

/// <summary>How the migrations of a rehearsed release went.</summary>
/// <param name="Backup">For people, as in <c>pg_dump, custom format</c>.</param>
internal abstract record RehearsedMigrations(MigrationCheck Check, VersionRefusals Refused, string Backup, TimeSpan BackUp, TimeSpan Migrate);

/// <summary>The database is migrated, and both versions can use it.</summary>
internal sealed record MigrationsPassed(MigrationCheck Check, VersionRefusals Refused, string Backup, TimeSpan BackUp, TimeSpan Migrate)
    : RehearsedMigrations(Check, Refused, Backup, BackUp, Migrate);

/// <summary>The database is as it was before, from its backup.</summary>
/// <param name="Reasons">A sentence each.</param>
/// <param name="Differences">Of the restored schema to the one before; none in a good restore.</param>
internal sealed record MigrationsRestored(
    MigrationCheck Check,
    VersionRefusals Refused,
    string Backup,
    TimeSpan BackUp,
    TimeSpan Migrate,
    ImmutableArray<string> Reasons,
    TimeSpan Restore,
    ImmutableArray<string> Differences) : RehearsedMigrations(Check, Refused, Backup, BackUp, Migrate);

/// <summary>What versions could not do on the migrated schema.</summary>
/// <param name="ByOldVersion">Statements that worked before.</param>
/// <param name="NotTried">Tables and views of the new schema for which no statement could be made up.</param>
/// <param name="ByApplications">What applications said.</param>
internal sealed record VersionRefusals(ImmutableArray<RefusedUse> ByOldVersion, ImmutableArray<string> NotTried, ImmutableArray<string> ByApplications)
{
    public static readonly VersionRefusals None = new([], [], []);
}
