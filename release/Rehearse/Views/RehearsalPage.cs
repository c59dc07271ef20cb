using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Cli.Reports;
using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Rehearse.Views;

/// <summary>The report of a rehearsal: the page of its release, with what was seen of it.</summary>
internal sealed class RehearsalPage(Workbench workbench, WorldPlan plan)
{
    private const string File = "rehearsal.html";

    /// <param name="file">As it was asked for; null for the stack's own.</param>
    /// <returns>The file as people name it; null where the release never began, of which there is nothing to be told.</returns>
    /// <exception cref="ReleaseFailure">It cannot be written.</exception>
    public async Task<string?> WriteAsync(RehearsalResult result, RehearsalWorld world, string? file, CancellationToken cancellation)
    {
        if (result.Standing is null)
            return null;
        var own = new StackFolder(workbench.Folder, plan.Settings.Stack.Name);
        var path = file is null ? own.PathOf(File) : Path.GetFullPath(file, workbench.CurrentFolder);
        var report = new ReleaseReport(new RecordedRelease((ReleaseBegan)result.Records[0].Entry, result.Records))
        {
            Predicted = plan.Script.Plan.Plan.Duration,
            Observed = Observed(result, world),
        };
        await ReportPage.WriteAsync(report, path, cancellation);
        return file ?? own.NameOf(File);
    }

    private Observed Observed(RehearsalResult result, RehearsalWorld world) => new()
    {
        Versions = new SeenVersions(plan, world.Ledger, result.Records).All(),
        Clients = new ClientFigures(
            result.Clients.Sent,
            result.Clients.Answered,
            result.Clients.Failed,
            result.Clients.Lost,
            result.Clients.Answered == 0 ? null : new LatencyFigures(result.Clients.P50, result.Clients.P95, result.Clients.P99)),
        Detection = result.Times.ToDecide,
        Return = result.Times.ToReturn,
        Faults = [.. result.Faults.Select(fault => new PlayedFault(fault.ToString(), $"It {fault.Kind.Does}."))],
        Compression = result.Compression,
    };
}
