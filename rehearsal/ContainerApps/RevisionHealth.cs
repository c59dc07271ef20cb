namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>What a revision's probes say.</summary>
public enum RevisionHealth
{
    /// <summary>Not known yet: it is starting, or nothing of it runs.</summary>
    None,

    Healthy,

    /// <summary>It is provisioned all the same: Azure's operation succeeds.</summary>
    Unhealthy,
}
