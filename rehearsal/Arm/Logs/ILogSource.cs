using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ReleaseInfra.Rehearsal.Arm.Logs;

/// <summary>Where the rows of a workspace come from. It answers the queries that it knows; nothing here reads KQL.</summary>
public interface ILogSource
{
    Task<LogAnswer> QueryAsync(LogQuery query, CancellationToken cancellation);
}

/// <param name="Workspace">The customer id, which is a GUID and no resource id.</param>
/// <param name="Timespan">ISO 8601, a duration or start/end; null for none.</param>
public sealed record LogQuery(string Workspace, string Query, string? Timespan);

public abstract record LogAnswer
{
    private protected LogAnswer()
    {
    }
}

/// <summary>A result; a query that finds nothing has a table without rows.</summary>
public sealed record LogTables(ImmutableArray<LogTable> Tables) : LogAnswer;

/// <summary>The workspace has never had any data: 204.</summary>
public sealed record LogsAbsent : LogAnswer;

/// <summary>400: as in <c>BadArgumentError</c>, with the inner code, as in <c>SEM0100</c>, in the message.</summary>
public sealed record LogQueryRefused(string Code, string Message) : LogAnswer;

/// <param name="Name"><c>PrimaryResult</c> for the only one.</param>
/// <param name="Rows">A value for each column; null for an absent one.</param>
public sealed record LogTable(string Name, ImmutableArray<LogColumn> Columns, ImmutableArray<ImmutableArray<JsonNode?>> Rows);

/// <param name="Type">Kusto's: <c>datetime</c>, <c>string</c>, <c>long</c>, <c>int</c>, <c>real</c>, <c>bool</c>, <c>dynamic</c> …</param>
public sealed record LogColumn(string Name, string Type);

public sealed class NoLogs : ILogSource
{
    public Task<LogAnswer> QueryAsync(LogQuery query, CancellationToken cancellation) => Task.FromResult<LogAnswer>(new LogsAbsent());
}
