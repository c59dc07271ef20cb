namespace ReleaseInfra.Cli.Rehearse.Databases;

/// <summary>What a rehearsal does with a real database.</summary>
/// <param name="Folder">Of migrations.</param>
/// <param name="Since">The last migration that is applied already; null for all but the newest.</param>
/// <param name="Server">URL of a server to make a database on; null for one of the rehearsal's own.</param>
internal sealed record DatabaseWishes(string Folder, string? Since, string? Server);
