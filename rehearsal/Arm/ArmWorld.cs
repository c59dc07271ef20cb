namespace ReleaseInfra.Rehearsal.Arm;

/// <summary>What the served calls work on.</summary>
internal sealed record ArmWorld(EmbeddedAzure Azure, ArmServerOptions Options)
{
    public DateTimeOffset Now => Options.Time.GetUtcNow();

    /// <summary>A change ends with this, before it is answered.</summary>
    public Task ChangedAsync(CancellationToken cancellation) =>
        Options.SaveEachChange ? Azure.SaveAsync(cancellation) : Task.CompletedTask;
}
