using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace ReleaseInfra.Rehearsal.Ingress;

/// <summary>The client's body, passed on as it comes.</summary>
internal sealed class RelayedBody(HttpRequest request, SilenceLimit silence) : HttpContent
{
    /// <summary>The client's side failed, and not the version's.</summary>
    public bool IsCutOff { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = request.ContentLength ?? 0;
        return request.ContentLength is not null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, silence.Token);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ReadResult read;
        do
        {
            read = await ReadAsync(cancellationToken);
            silence.Reset();
            foreach (var piece in read.Buffer)
                await stream.WriteAsync(piece, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            request.BodyReader.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);
    }

    private async ValueTask<ReadResult> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await request.BodyReader.ReadAsync(cancellation);
        }
        catch (IOException)
        {
            IsCutOff = true;
            throw;
        }
    }
}
