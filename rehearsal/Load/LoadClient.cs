using System.Buffers;
using System.Net;
using ReleaseInfra.Rehearsal.Ingress;

namespace ReleaseInfra.Rehearsal.Load;

/// <summary>Sends one request, and reads its answer to the end.</summary>
internal sealed class LoadClient(LoadOptions options) : IDisposable
{
    private readonly HttpMessageInvoker _connections = LoadConnections.To(options.Ingress);

    /// <param name="patience">What is left of it; not below zero.</param>
    /// <exception cref="OperationCanceledException">The load was broken off: the request neither succeeded nor was lost.</exception>
    public async Task<LoadEnding> SendAsync(Uri address, TimeSpan patience, CancellationToken cancellation)
    {
        using var impatience = new CancellationTokenSource(patience, options.Watch);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11 };
            using var answer = await _connections.SendAsync(request, either.Token);
            await ReadAsync(answer, either.Token);
            return EndingOf(answer);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new LoadEnding.Lost($"No whole answer within {options.Patience.TotalSeconds:0.###} s.");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return new LoadEnding.Lost((broken.InnerException ?? broken).Message);
        }
    }

    public void Dispose() => _connections.Dispose();

    private static LoadEnding EndingOf(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.TryGetValues(OwnAnswer.Header, out var reason)
            ? new LoadEnding.Lost($"The ingress answered {(int)answer.StatusCode}: {reason}.")
            : new LoadEnding.Answered((int)answer.StatusCode);

    private static async Task ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        while (await body.ReadAsync(buffer, cancellation) > 0)
        {
        }

        // Not after a failure: a read that is still under way may yet write to it.
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
