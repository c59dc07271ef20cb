namespace ReleaseInfra.Rehearsal.Operations;

/// <summary>How long Azure takes, by the given clock. Zero, the default of each, is done when the call returns.</summary>
public sealed record OperationDurations
{
    public TimeSpan Resource { get; init; }

    public TimeSpan ContainerApp { get; init; }

    public TimeSpan Backup { get; init; }

    /// <summary>A PostgreSQL server that is made from another one's backups.</summary>
    public TimeSpan Restore { get; init; }

    public TimeSpan Swap { get; init; }
}
