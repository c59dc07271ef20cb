namespace ReleaseInfra.Cli.Commands;

/// <param name="Yes">Nobody is asked.</param>
internal sealed record DestroyArguments(string Stack, bool Yes, OutputFormat Format, bool Verbose);
