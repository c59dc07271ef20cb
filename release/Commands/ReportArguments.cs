namespace ReleaseInfra.Cli.Commands;

/// <param name="Release">The id of a release; null for the newest.</param>
/// <param name="Output">A file, or <c>-</c> for the output; null for the stack's own place.</param>
internal sealed record ReportArguments(string Stack, string? Release, string? Output, OutputFormat Format);
