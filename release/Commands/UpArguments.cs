namespace ReleaseInfra.Cli.Commands;

/// <param name="Yes">Nobody is asked.</param>
/// <param name="AllowReplace">URNs of what holds data and may go.</param>
internal sealed record UpArguments(string Stack, bool Yes, IReadOnlyList<string> AllowReplace, OutputFormat Format, bool Verbose);
