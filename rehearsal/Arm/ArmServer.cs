using System.Security.Cryptography.X509Certificates;
using ReleaseInfra.Rehearsal.Arm.Calls;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Http;
using ReleaseInfra.Rehearsal.Loopback;

namespace ReleaseInfra.Rehearsal.Arm;

/// <summary>Azure Resource Manager, and the query services beside it, on this machine alone: an embedded Azure in Azure's wire format.</summary>
/// <remarks>Servers share nothing. Disposing one ends its calls under way, and leaves the embedded Azure open.</remarks>
public sealed class ArmServer : IAsyncDisposable
{
    private readonly LoopbackHost _host;

    private ArmServer(LoopbackHost host, BearerToken token, ArmFaults faults) => (_host, Token, Faults) = (host, token.Value, faults);

    /// <summary>As in <c>https://127.0.0.1:40123/</c>.</summary>
    public Uri Endpoint => _host.Endpoint;

    /// <summary>The bearer token that every call needs; random, and nowhere but here.</summary>
    public string Token { get; }

    /// <summary>What a client pins, by its thumbprint: nobody else has signed it. The private key is not in it.</summary>
    public X509Certificate2 Certificate => _host.Certificate;

    public ArmFaults Faults { get; }

    public static async Task<ArmServer> StartAsync(EmbeddedAzure azure, ArmServerOptions options, CancellationToken cancellation)
    {
        var (world, faults) = (new ArmWorld(azure, options), new ArmFaults());
        var calls = ArmCalls.Over(world);
        var host = await LoopbackHost.StartAsync(
            stopping => new ArmPipeline(calls, world.Token, faults, new Throttle(options.Time), options.Time, stopping).HandleAsync,
            options.Time.GetUtcNow(),
            cancellation);
        return new ArmServer(host, world.Token, faults);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
