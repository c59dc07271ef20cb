namespace ReleaseInfra.Cli.Azure.Observability;

internal interface ILogQueries
{
    /// <param name="workspace">The workspace's own GUID (its customerId), not its resource's id.</param>
    /// <param name="query">In KQL.</param>
    Task<LogAnswer> QueryAsync(
        Guid workspace, string query, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation);
}
