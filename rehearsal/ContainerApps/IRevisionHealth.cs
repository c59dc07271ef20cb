namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>Decides what becomes of a revision: what its probes say when it is provisioned, activated or restarted, and what Azure sees of it.</summary>
public interface IRevisionHealth
{
    /// <summary><see cref="RevisionHealth.None"/> where it is still to be seen, and reported later.</summary>
    RevisionHealth Of(string appId, Revision revision);

    /// <summary>Of each of its replicas until now.</summary>
    int RestartsOf(string appId, Revision revision) => 0;

    /// <summary>Somebody asked for new replicas of it; what they are like is asked right after.</summary>
    void Restarting(string appId, Revision revision)
    {
    }

    /// <summary>Why it cannot be provisioned, such as an image that cannot be pulled; null where it can.</summary>
    string? ErrorOf(string appId, Revision revision) => null;
}

/// <summary>Every revision starts at once and is well.</summary>
public sealed class AlwaysHealthy : IRevisionHealth
{
    public RevisionHealth Of(string appId, Revision revision) => RevisionHealth.Healthy;
}
