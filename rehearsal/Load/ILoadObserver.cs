namespace ReleaseInfra.Rehearsal.Load;

/// <summary>Told of each request once it has ended.</summary>
public interface ILoadObserver
{
    /// <summary>On any thread, many at once: to be quick, and not to throw.</summary>
    void Ended(LoadedRequest request);
}
