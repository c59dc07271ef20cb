using System.Text.Json.Nodes;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Resources;
using LogAnswer = ReleaseInfra.Cli.Azure.Observability.LogAnswer;
using LogColumn = ReleaseInfra.Rehearsal.Arm.Logs.LogColumn;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class LogQueriesTests
{
    private static readonly LogTables Found = new(
    [
        new LogTable("PrimaryResult", [new LogColumn("revision", "string"), new LogColumn("failed", "long")], [["web--v2", 3], ["web--v1", null]]),
    ]);

    [Test]
    public async Task Query_GivesRows()
    {
        await using var live = await WorkspaceAsync(Found);

        var rows = (LogRows)await AskAsync(live);

        Assert.That(rows.Columns.Select(column => (column.Name, column.Type)), Is.EqualTo(new[] { ("revision", "string"), ("failed", "long") }));
        Assert.That(rows.Rows.Select(row => string.Join(' ', row.Select(value => value.GetRawText()))), Is.EqualTo(new[] { "\"web--v2\" 3", "\"web--v1\" null" }));
    }

    [Test]
    public async Task Query_PartialError_IsNoResult()
    {
        await using var live = await WorkspaceAsync(Found);
        live.Fail("logs.query", new PartialResult());

        var partial = (PartialLogRows)await AskAsync(live);

        Assert.That(partial.Code, Is.EqualTo("PartialError"));
    }

    [Test]
    public async Task Query_EmptyAnswer_IsNoResult()
    {
        await using var live = await WorkspaceAsync(Found);
        live.Fail("logs.query", new EmptyResult());

        Assert.That(await AskAsync(live), Is.TypeOf<EmptyLogAnswer>());
    }

    [Test]
    public async Task Query_NoContent_IsAnEmptyWorkspace()
    {
        await using var live = await WorkspaceAsync(Found);
        live.Fail("logs.query", new NoContent());

        Assert.That(await AskAsync(live), Is.TypeOf<EmptyWorkspace>());
    }

    [Test]
    public async Task Rejects_QueryThatAzureRefuses()
    {
        await using var live = await WorkspaceAsync(new LogQueryRefused("BadArgumentError", "SEM0100"));

        var refusal = Assert.ThrowsAsync<AzureRefusal>(() => AskAsync(live))!;

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((400, "BadArgumentError")));
    }

    private static async Task<LogAnswer> AskAsync(LiveAzure live)
    {
        var workspace = await live.Embedded.Resources.GetAsync(live.Id("Microsoft.OperationalInsights/workspaces/logs"), default);
        var until = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        return await live.Azure.Logs.QueryAsync(
            Guid.Parse((string)workspace.Outputs["customerId"]), "AppRequests | count", until.AddMinutes(-5), until, default);
    }

    private static async Task<LiveAzure> WorkspaceAsync(Rehearsal.Arm.Logs.LogAnswer answer)
    {
        var live = await LiveAzure.OpenAsync(logs: new Scripted(answer));
        await live.PutAsync("azure-native:operationalinsights:Workspace", ("workspaceName", "logs"), ("location", "westeurope"));
        return live;
    }

    private sealed class Scripted(Rehearsal.Arm.Logs.LogAnswer answer) : ILogSource
    {
        public Task<Rehearsal.Arm.Logs.LogAnswer> QueryAsync(LogQuery query, CancellationToken cancellation) => Task.FromResult(answer);
    }
}
