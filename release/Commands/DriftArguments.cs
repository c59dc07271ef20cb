namespace ReleaseInfra.Cli.Commands;

/// <param name="Verbose">Each call of Azure, on the error stream.</param>
internal sealed record DriftArguments(string Stack, OutputFormat Format, bool Verbose);
