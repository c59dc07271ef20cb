using System.Net.Http;
using Azure;
using Polly.Timeout;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>An attempt without an answer.</summary>
/// <param name="mayHaveArrived">False where no connection came about.</param>
internal sealed class LostAttempt(string reason, bool mayHaveArrived, Exception cause) : Exception(reason, cause)
{
    public bool MayHaveArrived { get; } = mayHaveArrived;

    /// <summary>Null for an exception that is none of the connection's.</summary>
    public static LostAttempt? Of(Exception exception) => exception switch
    {
        TimeoutRejectedException late => new LostAttempt("it did not answer in time.", mayHaveArrived: true, late),
        RequestFailedException { Status: 0 } or HttpRequestException or IOException =>
            new LostAttempt($"{Innermost(exception).Message.TrimEnd('.')}.", MayArrive(exception), exception),
        _ => null,
    };

    private static bool MayArrive(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpRequestException request)
            {
                return request.HttpRequestError is not (HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError);
            }
        }

        return true;
    }

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;
}
