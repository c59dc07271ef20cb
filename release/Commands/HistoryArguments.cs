namespace ReleaseInfra.Cli.Commands;

/// <param name="Last">How many updates, counted from the newest.</param>
internal sealed record HistoryArguments(string Stack, int Last, OutputFormat Format);
