namespace ReleaseInfra.Cli.Commands;

internal enum OutputFormat
{
    Text,
    Json,
    Markdown,
}
