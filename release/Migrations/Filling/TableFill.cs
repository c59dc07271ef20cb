namespace ReleaseInfra.Cli.Migrations.Filling;

/// <param name="Rows">That the table has now.</param>
/// <param name="Reason">Why it has fewer than were asked for; null where it has them all, or as many as its constraints let in.</param>
internal sealed record TableFill(long Oid, string Table, long Rows, string? Reason);
