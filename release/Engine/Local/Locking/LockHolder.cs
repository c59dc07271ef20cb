namespace ReleaseInfra.Cli.Engine.Local.Locking;

/// <summary>Who has a stack locked.</summary>
/// <param name="Purpose">The command.</param>
internal sealed record LockHolder(int ProcessId, string Host, string Purpose, DateTimeOffset Since);
