using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Azure;

/// <summary>.NET itself sends a request again where a kept connection closes under it, a POST without content too.</summary>
public sealed class OnceTests
{
    [Test]
    public async Task PostOnce_OverAConnectionThatCloses_ArrivesOnce()
    {
        await using var server = new ClosingServer();
        using var transport = AzureTransport.Pinned(server.Endpoint, server.Certificate);
        var calls = Calls(server, transport);
        await calls.SendAsync(AzureRequest.Get("/jobs/migration", "1"), default);

        Assert.ThrowsAsync<AzureOutcomeUnknown>(() => calls.SendAsync(AzureRequest.PostOnce("/jobs/migration/start", "1"), default));

        Assert.That(server.Posts, Is.EqualTo(1));
    }

    [Test]
    public async Task OtherCertificate_IsNotTrusted()
    {
        await using var server = new ClosingServer();
        await using var other = new ClosingServer();
        using var transport = AzureTransport.Pinned(server.Endpoint, other.Certificate);

        var failure = Assert.ThrowsAsync<AzureUnreachable>(
            () => Calls(server, transport).SendAsync(AzureRequest.Get("/jobs/migration", "1"), default))!;

        Assert.That(failure.Message, Does.Contain("certificate"));
    }

    private static AzureCalls Calls(ClosingServer server, AzureTransport transport)
    {
        var (time, endpoint) = (new SwiftTime(), AzureEndpoint.Loopback(server.Endpoint));
        var pipeline = AzurePipeline.Of(transport.Pipeline, new LoopbackCredential("token"), endpoint.Scope, new RecordingLog(), time);
        return new AzureCalls(endpoint.Address, pipeline, time);
    }
}
