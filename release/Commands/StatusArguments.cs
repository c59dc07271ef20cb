namespace ReleaseInfra.Cli.Commands;

internal sealed record StatusArguments(string Stack, OutputFormat Format);
