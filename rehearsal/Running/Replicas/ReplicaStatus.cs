using System.Net;
using ReleaseInfra.Rehearsal.ContainerApps;

namespace ReleaseInfra.Rehearsal.Running.Replicas;

/// <param name="Address">Where it takes requests; null while it should get none.</param>
/// <param name="Error">Why no process can be started; null where one can.</param>
internal sealed record ReplicaStatus(RevisionHealth Health, IPEndPoint? Address, int Restarts, string? Error)
{
    public static ReplicaStatus Unseen { get; } = new(RevisionHealth.None, null, 0, null);
}
