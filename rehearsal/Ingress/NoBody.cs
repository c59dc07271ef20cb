using System.Net;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>Carries headers about a body that is not there: .NET's client has no other place for them.</summary>
internal sealed class NoBody : HttpContent
{
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;
}
