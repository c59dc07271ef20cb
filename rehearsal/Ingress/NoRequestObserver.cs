namespace ReleaseInfra.Rehearsal.Ingress;

internal sealed class NoRequestObserver : IRequestObserver
{
    public void Saw(SeenRequest request)
    {
    }
}
