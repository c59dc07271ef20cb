using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;

namespace ReleaseInfra.Domain.Journal.Works;

/// <summary>Something that changes the world, or takes long, and can be cut short by a kill.</summary>
public abstract record Work
{
    private protected Work()
    {
    }

    /// <summary>As in "... is under way".</summary>
    public abstract string Words { get; }

    /// <summary>The one service that it is about; null for all.</summary>
    internal virtual string? About => null;

    /// <summary>Whether a release that is over may still have it to do.</summary>
    internal virtual bool OutlivesTheRelease => false;

    /// <summary>Whether what was begun before is of no interest any more, because this decides the same.</summary>
    internal virtual bool Replaces(Work earlier) => this == earlier;

    internal abstract bool IsEndedBy(RolloutEvent happened);
}

public sealed record PreflightChecks : Work
{
    public override string Words => "the checks before the start";

    internal override bool IsEndedBy(RolloutEvent happened) => happened is PreflightPassed or WorkFailed;
}

public sealed record Backup : Work
{
    public override string Words => "the backup";

    internal override bool IsEndedBy(RolloutEvent happened) => happened is BackupTaken or WorkFailed;
}

public sealed record Migration : Work
{
    public override string Words => "the migration";

    internal override bool IsEndedBy(RolloutEvent happened) => happened is MigrationDone or WorkFailed;
}

/// <summary>Of a service's new version; where it stands in place of the old one, also of the old one on the way back.</summary>
public sealed record Deployment(string Service) : Work
{
    public override string Words => $"the deployment of {Service}";

    internal override string About => Service;

    internal override bool IsEndedBy(RolloutEvent happened) => happened switch
    {
        NewVersionReady or WorkFailed => true,
        ServiceMoved moved => moved.Service == Service,
        ServiceReturned returned => returned.Service == Service,
        _ => false,
    };
}

public sealed record SmokeTests : Work
{
    public override string Words => "the smoke tests";

    internal override bool IsEndedBy(RolloutEvent happened) => happened is SmokePassed or WorkFailed;
}

/// <param name="Weight">Percent that the service's new version is to have; 0 on the way back.</param>
public sealed record WeightChange(string Service, int Weight) : Work
{
    public override string Words => $"the change of {Service} to {Weight} %";

    internal override string About => Service;

    // The last write decides, whatever became of those before.
    internal override bool Replaces(Work earlier) => earlier is WeightChange change && change.Service == Service;

    internal override bool IsEndedBy(RolloutEvent happened) => happened switch
    {
        DrillReturned or WorkFailed => true,
        ServiceMoved moved => moved.Service == Service,
        ServiceReturned returned => returned.Service == Service,
        _ => false,
    };
}

/// <summary>Of the stack's file, so that it says what runs; after a rollback, when the release itself is over.</summary>
/// <param name="What">As in <c>Pulumi.production.yaml back to v1.2.2</c>.</param>
public sealed record ConfigurationEdit(string What) : Work
{
    public override string Words => $"the edit of {What}";

    internal override bool OutlivesTheRelease => true;

    internal override bool IsEndedBy(RolloutEvent happened) => false;
}
