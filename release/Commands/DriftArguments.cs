namespace ReleaseInfra.Cli.Commands;

/// <param name="Engine">Null for the workspace's own.</param>
/// <param name="Verbose">Each call of Azure, on the error stream.</param>
internal sealed record DriftArguments(string Stack, string? Engine, OutputFormat Format, bool Verbose);
