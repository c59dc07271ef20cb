using System.Collections.Immutable;
using Npgsql;
using ReleaseInfra.Cli.Migrations;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Cli.Migrations.Clusters;
using ReleaseInfra.Cli.Migrations.Reports;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Commands;

/// <summary>Tries migrations on a real PostgreSQL, and says what they would break.</summary>
/// <param name="open">The workspace, which only a stack's tags are taken from.</param>
/// <param name="path">The variable PATH.</param>
internal sealed class MigrationsCheckCommand(Func<Workbench> open, string? path, ITerminal terminal, TimeProvider clock)
{
    public const int UsualRows = 10_000;
    private const int MostRows = 1_000_000;

    public async Task<ExitCode> RunAsync(MigrationsCheckArguments arguments, CancellationToken cancellation)
    {
        if (arguments.Rows is < 1 or > MostRows)
            throw ReleaseFailure.NoRows(MostRows);
        var set = MigrationFolder.Read(arguments.Folder);
        var window = arguments.Window.Select(text => ImageTag.TryParse(text, out var tag) ? tag : throw ReleaseFailure.NoTag(text)).ToList();
        if (arguments.Stack is { } stack)
        {
            switch (open().Read(stack, null))
            {
                case Invalid<EnvironmentSettings> invalid:
                    return terminal.Refuse(stack, invalid.Problems);
                case Valid<EnvironmentSettings> valid:
                    window.AddRange(RollbackWindow.Of(valid.Value.Release));
                    break;
            }
        }

        var question = new MigrationQuestion(set, set.FirstOpen(arguments.Since, arguments.From, 0), arguments.Rows, [.. window.Distinct()]);
        var check = await terminal.TrackAsync("Starting PostgreSQL", progress => CheckAsync(question, arguments.Database, progress, cancellation));
        Show(check, arguments.Format);
        return check.IsSafe ? ExitCode.Done : ExitCode.RolledBack;
    }

    private async Task<MigrationCheck> CheckAsync(
        MigrationQuestion question, string? url, IProgress<string> progress, CancellationToken cancellation)
    {
        await using var opened = await MigrationDatabase.OpenAsync(url, path, cancellation);
        try
        {
            return await new MigrationChecker(opened.Database, clock).CheckAsync(question, progress, cancellation);
        }
        catch (NpgsqlException failed)
        {
            throw ReleaseFailure.PostgresRefused(opened.Server.Place, failed);
        }
    }

    private void Show(MigrationCheck check, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                CheckJson.Write(check, terminal.Output);
                break;
            case OutputFormat.Markdown:
                CheckMarkdown.Write(check, terminal.Output);
                break;
            default:
                CheckText.Write(check, new StyledWriter(terminal.Output, terminal.OutputColour));
                break;
        }
    }
}
