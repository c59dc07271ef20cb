using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Blobs;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Blobs;
using ReleaseInfra.Release.Tests.Azure;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Journal.Blobs;

/// <summary>A storage account behind its server, and the store in front of it, over real HTTP.</summary>
/// <remarks>
/// Two clocks: the server's stands still, so that no lease ends unless a test says so. The store's lets nobody wait who tries again, and
/// stands still for renewals and deadlines.
/// </remarks>
internal sealed class LiveBlobs : IAsyncDisposable
{
    public const string Container = "releases";

    private readonly AzureTransport _transport;

    private LiveBlobs(BlobServer server, ManualTime time)
    {
        (Server, ServerTime) = (server, time);
        _transport = AzureTransport.Pinned(server.Endpoint, server.Certificate);
        Store = StoreOf(Container);
    }

    public ManualTime ServerTime { get; }

    public SwiftTime Time { get; } = new(TimeSpan.FromSeconds(12));

    public RecordingLog Log { get; } = new();

    public BlobServer Server { get; }

    public BlobJournalStore Store { get; }

    public static async Task<LiveBlobs> OpenAsync(int mostBlocks = 50_000, int pageSize = 5000)
    {
        var time = new ManualTime();
        var options = new BlobServerOptions { Time = time, Containers = [Container], MostBlocks = mostBlocks, PageSize = pageSize };
        return new LiveBlobs(await BlobServer.StartAsync(options, default), time);
    }

    public BlobJournalStore StoreOf(string container, string? token = null) => new(
        BlobContainer.Open(new Uri(Server.Endpoint, container), new LoopbackCredential(token ?? Server.Token), _transport, Log, Time), Time);

    public void Fail(string call, ArmFault fault, int times = 1, bool afterEffect = false, int after = 0) =>
        Server.Faults.Add(new ArmFaultRule(new NamedCall(call), fault) { Times = times, AfterEffect = afterEffect, After = after });

    /// <summary>As one does who may write the container.</summary>
    public void Change(JournalName journal, Func<byte[], byte[]> change) =>
        Server.Change(Container, $"{journal.Stack}/{journal.Release}.jsonl", change);

    public async ValueTask DisposeAsync()
    {
        _transport.Dispose();
        await Server.DisposeAsync();
    }
}
