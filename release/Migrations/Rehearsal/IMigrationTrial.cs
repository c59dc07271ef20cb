using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Migrations.Rehearsal;

/// <summary>The versions' own applications, where there are any.</summary>
internal interface IMigrationTrial
{
    /// <summary>Before anything is migrated: the old version may begin to run, and runs on while the schema changes under it.</summary>
    /// <param name="url">As a variable DATABASE_URL; it has a password.</param>
    Task BeginAsync(string url, CancellationToken cancellation);

    /// <summary>On the migrated schema, both versions at once.</summary>
    /// <returns>What went wrong, a sentence each with the version in it; none where both work.</returns>
    Task<ImmutableArray<string>> TryAsync(string url, CancellationToken cancellation);
}

/// <summary>No applications: what the schema itself offered each version is tried all the same.</summary>
internal sealed class NoTrial : IMigrationTrial
{
    public Task BeginAsync(string url, CancellationToken cancellation) => Task.CompletedTask;

    public Task<ImmutableArray<string>> TryAsync(string url, CancellationToken cancellation) => Task.FromResult(ImmutableArray<string>.Empty);
}
