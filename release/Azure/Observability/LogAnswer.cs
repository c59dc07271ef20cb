using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseInfra.Cli.Azure.Observability;

/// <summary>What a query gave. All four come with a status of success, and only one of them is a result.</summary>
internal abstract record LogAnswer
{
    private protected LogAnswer()
    {
    }
}

/// <param name="Rows">May be none: the query ran, and found nothing.</param>
internal sealed record LogRows(ImmutableArray<LogColumn> Columns, ImmutableArray<ImmutableArray<JsonElement>> Rows) : LogAnswer;

/// <summary>A part of the data could not be looked at; which rows are missing, nobody knows.</summary>
internal sealed record PartialLogRows(string Code, string Reason, LogRows Rows) : LogAnswer;

/// <summary>200 with nothing in it.</summary>
internal sealed record EmptyLogAnswer : LogAnswer;

/// <summary>204: the workspace holds nothing at all.</summary>
internal sealed record EmptyWorkspace : LogAnswer;

/// <param name="Type">Kusto's: <c>long</c>, <c>real</c>, <c>datetime</c>, ...</param>
internal sealed record LogColumn(string Name, string Type);
