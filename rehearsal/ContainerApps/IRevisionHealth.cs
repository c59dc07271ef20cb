namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>Decides what the probes of a revision say when it is provisioned, activated or restarted.</summary>
public interface IRevisionHealth
{
    /// <summary><see cref="RevisionHealth.None"/> where it is still to be seen, and reported later.</summary>
    RevisionHealth Of(string appId, Revision revision);
}

/// <summary>Every revision starts at once and is well.</summary>
public sealed class AlwaysHealthy : IRevisionHealth
{
    public RevisionHealth Of(string appId, Revision revision) => RevisionHealth.Healthy;
}
