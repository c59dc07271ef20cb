namespace ReleaseInfra.Cli.Commands;

/// <param name="Verbose">All inputs of new resources too.</param>
internal sealed record PreviewArguments(string Stack, OutputFormat Format, bool Verbose);
