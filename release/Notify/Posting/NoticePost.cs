using System.Net.Http.Headers;

namespace ReleaseInfra.Cli.Notify.Posting;

/// <summary>Posts until it is taken: once more where the other side says that it is its own fault, or that it is too much.</summary>
internal sealed class NoticePost(HttpMessageInvoker http, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>No redirects: they would take what is posted to somewhere that nobody configured.</summary>
    public static HttpMessageInvoker CreateHttp() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <param name="variable">That holds the secret by which the channel is reached.</param>
    /// <param name="request">Makes one for each try.</param>
    /// <exception cref="ChannelFailure">It was not taken.</exception>
    public async Task SendAsync(string channel, string variable, Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var (status, wait) = await TryAsync(channel, variable, request, cancellation);
        if (status is 429 or >= 500)
        {
            if (time.GetElapsedTime(begun) + wait >= Delivery.Deadline)
                throw ChannelFailure.AskedToWait(channel, status, wait);
            await Task.Delay(wait, time, cancellation);
            (status, _) = await TryAsync(channel, variable, request, cancellation);
        }

        if (status is < 200 or >= 300)
            throw ChannelFailure.Refused(channel, status, variable);
    }

    private async Task<(int Status, TimeSpan Wait)> TryAsync(
        string channel, string variable, Func<HttpRequestMessage> create, CancellationToken cancellation)
    {
        using var request = create();
        request.Headers.UserAgent.ParseAdd("release-infra");
        try
        {
            // What it answers beside its status may repeat what was posted, keys too: it is not read.
            using var response = await http.SendAsync(request, cancellation);
            return ((int)response.StatusCode, WaitOf(response.Headers.RetryAfter));
        }
        catch (HttpRequestException exception)
        {
            throw ChannelFailure.Unreachable(channel, Words(exception.HttpRequestError), variable);
        }
        catch (IOException)
        {
            throw ChannelFailure.Unreachable(channel, Words(HttpRequestError.ConnectionError), variable);
        }
    }

    private TimeSpan WaitOf(RetryConditionHeaderValue? asked) => asked switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        { Date: not null } => TimeSpan.Zero,
        _ => Pause,
    };

    // The exception's own message has the host, which may be part of the secret.
    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.SecureConnectionError => "no TLS connection came about",
        HttpRequestError.ProxyTunnelError => "the proxy refused",
        HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded => "what it answered is not HTTP",
        _ => "the connection failed",
    };
}
