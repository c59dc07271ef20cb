namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Told of each request that had a route, once its answer has ended.</summary>
public interface IRequestObserver
{
    /// <summary>On the request's own thread, many at once: to be quick, and not to throw.</summary>
    void Saw(SeenRequest request);
}
