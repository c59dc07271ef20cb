namespace ReleaseInfra.Cli.Gates.Http;

internal interface IProbeClient : IDisposable
{
    /// <summary>Asks once. That nothing answers is an answer too.</summary>
    Task<ProbeReply> SendAsync(HttpRequestMessage request, TimeSpan within, CancellationToken cancellation);
}
