using System.Net;
using System.Net.Sockets;

namespace ReleaseInfra.Rehearsal.Running.Probes;

/// <summary>Asks a real process, past the ingress, as the platform does.</summary>
internal sealed class ProbeCall(TimeProvider watch) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>200 to 399 is good, or an open port where no path is asked. What is not answered in time is not good.</summary>
    public async Task<bool> IsGoodAsync(IPEndPoint address, ProbeTerms terms, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(terms.Timeout, watch);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return terms.Path is { } path ? await AsksAsync(address, path, both.Token) : await OpensAsync(address, both.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> AsksAsync(IPEndPoint address, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri($"http://{address}"), path));
        // A connection of its own each time, as Kubernetes has it: one that is kept open holds up servers that serve one at a time.
        request.Headers.ConnectionClose = true;
        using var response = await _http.SendAsync(request, cancellation);
        return response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest;
    }

    private static async Task<bool> OpensAsync(IPEndPoint address, CancellationToken cancellation)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address, cancellation);
        return true;
    }
}
