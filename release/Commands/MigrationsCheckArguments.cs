namespace ReleaseInfra.Cli.Commands;

/// <param name="Since">The last migration that is applied already; null where not said.</param>
/// <param name="From">The first one that is not; null where not said.</param>
/// <param name="Database">On whose server databases may be made; null for a server of its own.</param>
/// <param name="Window">Tags that traffic could go back to.</param>
/// <param name="Stack">Whose slots' tags are that too; null for none.</param>
internal sealed record MigrationsCheckArguments(
    string Folder,
    string? Since,
    string? From,
    int Rows,
    string? Database,
    IReadOnlyList<string> Window,
    string? Stack,
    OutputFormat Format);
