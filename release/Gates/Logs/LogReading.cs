using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Observability;
using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Gates.Logs;

/// <summary>A log query's answer as a reading.</summary>
internal static class LogReading
{
    // Nothing should be newer than now; asked for all the same, so that a clock that is ahead is seen.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <param name="read">Is never given no rows.</param>
    public static async Task<Reading<T>> OfAsync<T>(
        ILogQueries logs,
        Guid workspace,
        string query,
        Window window,
        Func<ImmutableArray<LogRow>, Reading<T>> read,
        CancellationToken cancellation)
    {
        try
        {
            var answer = await logs.QueryAsync(workspace, query, window.From, window.Until + Ahead, cancellation);
            return answer switch
            {
                LogRows { Rows: [] } => new NothingMeasured<T>($"the logs hold nothing {window}"),
                LogRows found => read(LogRow.Of(found)),
                PartialLogRows { Rows.Rows: [] } partial => new Unreadable<T>($"{Missing(partial)}, and nothing was found"),
                PartialLogRows partial => Partly(read(LogRow.Of(partial.Rows)), partial),
                EmptyLogAnswer => new NothingMeasured<T>("the logs' answer was empty"),
                EmptyWorkspace => new NothingMeasured<T>("the workspace holds nothing"),
                _ => throw new ArgumentException($"Unknown answer {answer.GetType().Name}.", nameof(logs)),
            };
        }
        catch (AzureFailure failure)
        {
            return new Unreadable<T>(failure.Message.TrimEnd('.'));
        }
        catch (LogFormatException exception)
        {
            return new Unreadable<T>(exception.Message);
        }
    }

    private static Reading<T> Partly<T>(Reading<T> reading, PartialLogRows partial) => reading switch
    {
        Measured<T> measured => new PartlyMeasured<T>(measured.Value, measured.At, Missing(partial)),
        PartlyMeasured<T> partly => partly with { Missing = $"{partly.Missing}; {Missing(partial)}" },
        _ => reading,
    };

    private static string Missing(PartialLogRows partial) =>
        $"the logs were searched in part ({partial.Code}: {partial.Reason.TrimEnd('.')})";
}
