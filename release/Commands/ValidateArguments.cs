namespace ReleaseInfra.Cli.Commands;

/// <param name="Stacks">None for all.</param>
internal sealed record ValidateArguments(IReadOnlyList<string> Stacks, OutputFormat Format);
