namespace ReleaseInfra.Cli.Commands;

/// <param name="Last">How many releases or updates, counted from the newest.</param>
/// <param name="Since">As it was typed; null for no limit.</param>
/// <param name="Updates">The engine's updates, in text; a machine gets both.</param>
internal sealed record HistoryArguments(string Stack, int Last, string? Since, bool Updates, OutputFormat Format);
