using System.Security.Cryptography.X509Certificates;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Blobs.Calls;
using ReleaseInfra.Rehearsal.Blobs.Http;
using ReleaseInfra.Rehearsal.Blobs.Storage;
using ReleaseInfra.Rehearsal.Loopback;

namespace ReleaseInfra.Rehearsal.Blobs;

/// <summary>Append blobs, their metadata and their leases, on this machine alone and in memory: one storage account in Azure's wire format.</summary>
/// <remarks><c>docs/blob-wire.md</c> has every call.</remarks>
public sealed class BlobServer : IAsyncDisposable
{
    private readonly LoopbackHost _host;
    private readonly BlobStorage _storage;

    private BlobServer(LoopbackHost host, BlobStorage storage, BearerToken token, ArmFaults faults) =>
        (_host, _storage, Token, Faults) = (host, storage, token.Value, faults);

    /// <summary>Of the account, as in <c>https://127.0.0.1:40123/</c>.</summary>
    public Uri Endpoint => _host.Endpoint;

    /// <summary>The bearer token that every call needs; random, and nowhere but here.</summary>
    public string Token { get; }

    /// <summary>What a client pins, by its thumbprint. The private key is not in it.</summary>
    public X509Certificate2 Certificate => _host.Certificate;

    public ArmFaults Faults { get; }

    public static async Task<BlobServer> StartAsync(BlobServerOptions options, CancellationToken cancellation)
    {
        var (token, faults, storage) = (BearerToken.Draw(), new ArmFaults(), new BlobStorage(options));
        var calls = ServedBlobCalls.Over(storage);
        var host = await LoopbackHost.StartAsync(
            stopping => new BlobPipeline(calls, token, faults, options.Time, stopping).HandleAsync, options.Time.GetUtcNow(), cancellation);
        return new BlobServer(host, storage, token, faults);
    }

    /// <summary>As somebody does who may write all of storage: past leases and conditions.</summary>
    /// <exception cref="KeyNotFoundException">There is no such container or blob.</exception>
    public void Change(string container, string blob, Func<byte[], byte[]> change) => _storage.Change(container, blob, change);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
