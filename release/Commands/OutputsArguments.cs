namespace ReleaseInfra.Cli.Commands;

/// <param name="Name">Null for all of them.</param>
internal sealed record OutputsArguments(string Stack, string? Name, OutputFormat Format);
