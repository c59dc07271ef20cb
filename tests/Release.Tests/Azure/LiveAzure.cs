using System.Net;
using System.Net.Sockets;
using Azure.Core;
using ReleaseInfra.Cli.Azure;
using ReleaseInfra.Cli.Azure.Calls;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Rehearsal;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Azure;

/// <summary>An embedded Azure behind its server, and the adapters in front of it, over real HTTP by a clock that nobody waits for.</summary>
internal sealed class LiveAzure : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private AzureTransport _transport = null!;

    private LiveAzure()
    {
    }

    public static EnvironmentHosts Hosts { get; } = new("crshop.azurecr.io", "kv-shop.vault.azure.net");

    public SwiftTime Time { get; } = new();

    public RecordingLog Log { get; } = new();

    public AzureGroup Group { get; } = new(AzureScope.SubscriptionId, "rg-shop");

    public EmbeddedAzure Embedded { get; private set; } = null!;

    public ArmServer Server { get; private set; } = null!;

    public AzureConnection Azure { get; private set; } = null!;

    /// <summary>Where the embedded Azure is saved.</summary>
    public string File => Path.Combine(_folder.Path, "azure.json");

    public AzureId App => Group.ContainerApp("web");

    public static async Task<LiveAzure> OpenAsync(
        OperationDurations? durations = null, IMetricSource? metrics = null, ILogSource? logs = null)
    {
        var live = new LiveAzure();
        live.Embedded = await EmbeddedAzure.OpenAsync(
            new EmbeddedAzureOptions
            {
                Scope = new AzureScope("staging", "westeurope"),
                File = live.File,
                Time = live.Time,
                SecretDigest = secret => $"digest of {secret.Length}",
                Durations = durations ?? new OperationDurations(),
            },
            default);
        live.Server = await ArmServer.StartAsync(
            live.Embedded,
            new ArmServerOptions
            {
                Time = live.Time,
                Metrics = metrics ?? new NoMetrics(),
                Logs = logs ?? new NoLogs(),
                RetryAfter = TimeSpan.FromSeconds(5),
            },
            default);
        live._transport = AzureTransport.Pinned(live.Server.Endpoint, live.Server.Certificate);
        live.Azure = EmbeddedSessions.Connect(live.Server, Hosts, live.Log, live.Time);
        await live.PutAsync("azure-native:resources:ResourceGroup", ("location", "westeurope"));
        await live.PutAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"));
        return live;
    }

    public Task PutAsync(string type, params (string Key, object Value)[] inputs) => Embedded.Resources.PutAsync(
        new DeclaredResource(type, "thing", Map([("resourceGroupName", Group.Name), .. inputs])), default);

    /// <summary>The app "web" with a revision of this suffix, that gets everything unless traffic says otherwise.</summary>
    public Task PutAppAsync(string suffix, params object[] traffic) => PutAsync(
        "azure-native:app:ContainerApp",
        ("containerAppName", "web"),
        ("environmentId", Id("Microsoft.App/managedEnvironments/cae")),
        ("configuration", Map(
            ("activeRevisionsMode", "Multiple"),
            ("ingress", Map(
                ("external", true),
                ("traffic", traffic is [] ? [Row($"web--{suffix}", 100, "blue")] : traffic))))),
        ("template", Map(
            ("revisionSuffix", suffix),
            ("scale", Map(("minReplicas", 2))),
            ("containers", (object[])
            [
                Map(
                    ("name", "web"),
                    ("image", $"crshop.azurecr.io/web:{suffix}"),
                    ("env", (object[])[Map(("name", "RELEASE_TAG"), ("value", suffix)), Map(("name", "PASSWORD"), ("value", "visible"))])),
            ]))));

    /// <summary>The calls themselves, for what no adapter asks.</summary>
    public AzureCalls Calls(TokenCredential? credential = null)
    {
        var endpoint = AzureEndpoint.Loopback(Server.Endpoint);
        var pipeline = AzurePipeline.Of(
            _transport.Pipeline, credential ?? new LoopbackCredential(Server.Token), endpoint.Scope, Log, Time);
        return new AzureCalls(endpoint.Address, pipeline, Time);
    }

    /// <summary>As the connection's, but for the login.</summary>
    public AzureConnectionOptions Options(TokenCredential credential)
    {
        var endpoint = AzureEndpoint.Loopback(Server.Endpoint);
        return new AzureConnectionOptions(endpoint, endpoint, Hosts, credential, _transport, Time, Log);
    }

    /// <summary>For a client of any kind: whatever host it calls, the server answers.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, Server.Endpoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == Server.Certificate.GetCertHashString() },
    };

    public void Fail(string call, ArmFault fault, int times = 1, bool afterEffect = false) =>
        Server.Faults.Add(new ArmFaultRule(new NamedCall(call), fault) { Times = times, AfterEffect = afterEffect });

    public string Id(string path) => $"{Group.Path}/providers/{path}";

    public static object Row(string revision, int weight, string label) =>
        Map(("revisionName", revision), ("weight", weight), ("label", label));

    public static Dictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    public async ValueTask DisposeAsync()
    {
        Azure.Dispose();
        _transport.Dispose();
        await Server.DisposeAsync();
        Embedded.Dispose();
        _folder.Dispose();
    }
}

/// <summary>Keeps what it is told of.</summary>
internal sealed class RecordingLog : IAzureLog
{
    private readonly Lock _guard = new();
    private readonly List<AzureAttempt> _attempts = [];

    public AzureAttempt[] Attempts
    {
        get
        {
            lock (_guard)
                return [.. _attempts];
        }
    }

    /// <summary>As in <c>GET 200</c>, of the paths that end so.</summary>
    public string[] Of(string end) =>
    [
        .. Attempts
            .Where(attempt => attempt.Path.EndsWith(end, StringComparison.Ordinal))
            .Select(attempt => $"{attempt.Method} {attempt.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "lost"}"),
    ];

    public void Record(AzureAttempt attempt)
    {
        lock (_guard)
            _attempts.Add(attempt);
    }
}
