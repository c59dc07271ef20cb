using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.Events;
using Pulumi.Automation.Exceptions;
using Pulumi.Automation.Reading;

namespace Pulumi.Automation;

/// <summary>One stack of a project.</summary>
public sealed class WorkspaceStack : IDisposable
{
    private const string ExecKind = "auto.local";

    private WorkspaceStack(string name, Workspace workspace) => (Name, Workspace) = (name, workspace);

    public string Name { get; }

    public Workspace Workspace { get; }

    /// <exception cref="StackNotFoundException">The backend has no such stack.</exception>
    public static async Task<WorkspaceStack> SelectAsync(string name, Workspace workspace, CancellationToken cancellationToken = default)
    {
        await workspace.SelectStackAsync(name, cancellationToken).ConfigureAwait(false);
        return new WorkspaceStack(name, workspace);
    }

    /// <exception cref="NoSummaryEventException">The executable ended well, and said nothing of what it found.</exception>
    public async Task<PreviewResult> PreviewAsync(PreviewOptions? options = null, CancellationToken cancellationToken = default)
    {
        SummaryEvent? summary = null;
        var ended = await RunAsync(
            ["preview", .. Option("--save-plan", options?.Plan), .. Common(options)],
            options?.OnEvent + (told => summary = told.SummaryEvent ?? summary),
            cancellationToken).ConfigureAwait(false);
        return summary is null
            ? throw new NoSummaryEventException("No summary of changes for 'preview'")
            : new PreviewResult(ended.StandardOutput, ended.StandardError, summary.ResourceChanges);
    }

    public async Task<UpResult> UpAsync(UpOptions? options = null, CancellationToken cancellationToken = default)
    {
        var ended = await RunAsync(
            ["up", "--yes", "--skip-preview", .. Option("--plan", options?.Plan), .. Common(options)],
            options?.OnEvent,
            cancellationToken).ConfigureAwait(false);
        var outputs = await GetOutputsAsync(cancellationToken).ConfigureAwait(false);
        var summary = await LastAsync(options?.ShowSecrets, cancellationToken).ConfigureAwait(false);
        return new UpResult(ended.StandardOutput, ended.StandardError, summary, outputs);
    }

    public Task<UpdateResult> RefreshAsync(RefreshOptions? options = null, CancellationToken cancellationToken = default) => UpdateAsync(
        ["refresh", "--yes", options?.PreviewOnly is true ? "--preview-only" : "--skip-preview", .. Common(options)],
        options,
        options?.ShowSecrets,
        cancellationToken);

    public Task<UpdateResult> DestroyAsync(DestroyOptions? options = null, CancellationToken cancellationToken = default) => UpdateAsync(
        ["destroy", "--yes", "--skip-preview", .. Common(options)],
        options,
        options?.ShowSecrets,
        cancellationToken);

    public Task<ImmutableDictionary<string, OutputValue>> GetOutputsAsync(CancellationToken cancellationToken = default) =>
        Workspace.GetStackOutputsAsync(Name, cancellationToken);

    /// <summary>The newest first.</summary>
    public async Task<ImmutableList<UpdateSummary>> GetHistoryAsync(
        HistoryOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        List<string> arguments = ["stack", "history", "--json"];
        if (options?.ShowSecrets ?? true)
            arguments.Add("--show-secrets");
        if (options?.PageSize is { } size)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            arguments.AddRange(["--page-size", Text(size), "--page", Text(Math.Max(options.Page ?? 1, 1))]);
        }

        var said = await RunAsync(arguments, onEvent: null, cancellationToken).ConfigureAwait(false);
        return HistoryReader.Read(said.StandardOutput);
    }

    public Task<StackDeployment> ExportStackAsync(CancellationToken cancellationToken = default) =>
        Workspace.ExportStackAsync(Name, cancellationToken);

    public void Dispose() => Workspace.Dispose();

    private async Task<UpdateResult> UpdateAsync(
        List<string> arguments,
        UpdateOptions? options,
        bool? showSecrets,
        CancellationToken cancellation)
    {
        var ended = await RunAsync(arguments, options?.OnEvent, cancellation).ConfigureAwait(false);
        var summary = await LastAsync(showSecrets, cancellation).ConfigureAwait(false);
        return new UpdateResult(ended.StandardOutput, ended.StandardError, summary);
    }

    // Null where the backend has no history: a preview of what was never applied. The published SDK lets it through as well.
    private async Task<UpdateSummary> LastAsync(bool? showSecrets, CancellationToken cancellation)
    {
        var options = new HistoryOptions { PageSize = 1, ShowSecrets = showSecrets };
        var history = await GetHistoryAsync(options, cancellation).ConfigureAwait(false);
        return history.FirstOrDefault()!;
    }

    private Task<CommandResult> RunAsync(List<string> arguments, Action<EngineEvent>? onEvent, CancellationToken cancellation) =>
        Workspace.RunCommandAsync([.. arguments, "--stack", Name], cancellation, onEvent);

    private static IEnumerable<string> Common(UpdateOptions? options) =>
        [.. Option("--message", options?.Message), .. Option("--color", options?.Color), "--exec-kind", ExecKind];

    private static string[] Option(string name, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [name, value];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
