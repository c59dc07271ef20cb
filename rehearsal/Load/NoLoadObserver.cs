namespace ReleaseInfra.Rehearsal.Load;

internal sealed class NoLoadObserver : ILoadObserver
{
    public void Ended(LoadedRequest request)
    {
    }
}
