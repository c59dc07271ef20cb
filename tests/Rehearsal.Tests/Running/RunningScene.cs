using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Running;
using ReleaseInfra.Rehearsal.Running.Versions;
using ReleaseInfra.Rehearsal.Telemetry;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Running;

/// <summary>An embedded Azure whose versions really run behind a real ingress, by a clock on which nobody waits.</summary>
internal sealed class RunningScene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client;

    private RunningScene(Func<RunningAppsOptions, RunningAppsOptions> set)
    {
        Apps = new RunningApps(set(new RunningAppsOptions
        {
            Time = Time,
            Watch = TimeProvider.System,
            Launches = Launches,
            LogFolder = Logs,
            EndsWithin = TimeSpan.FromSeconds(1),
            Behaviour = version => Behaviours.GetValueOrDefault(version.Version, VersionBehaviour.Normal),
            Levels = Levels,
        }));
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(Ingress.Address, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public SwiftTime Time { get; } = new(TimeSpan.FromMinutes(10));

    public LaunchedSample Launches { get; } = new();

    /// <summary>By version; to be changed before <see cref="RunningApps.Refresh"/>.</summary>
    public Dictionary<string, VersionBehaviour> Behaviours { get; } = [];

    public MetricLevels Levels => field ??= new MetricLevels(Time);

    public string Logs => Path.Combine(_folder.Path, "logs");

    public RunningApps Apps { get; }

    public EmbeddedAzure Azure { get; private set; } = null!;

    public IngressServer Ingress { get; private set; } = null!;

    public static async Task<RunningScene> OpenAsync(
        Func<RunningAppsOptions, RunningAppsOptions>? set = null, OperationDurations? durations = null)
    {
        var scene = new RunningScene(set ?? (options => options));
        scene.Azure = await EmbeddedAzure.OpenAsync(
            new EmbeddedAzureOptions
            {
                Scope = new AzureScope("staging", "westeurope"),
                File = Path.Combine(scene._folder.Path, "azure.json"),
                Time = scene.Time,
                SecretDigest = secret => $"digest of {secret.Length}",
                Health = scene.Apps,
                Durations = durations ?? new OperationDurations(),
            },
            default);
        scene.Ingress = await IngressServer.StartAsync(new IngressOptions { Time = scene.Time, Watch = TimeProvider.System }, default);
        await scene.PutAsync("azure-native:resources:ResourceGroup", ("location", "westeurope"));
        await scene.PutAsync("azure-native:app:ManagedEnvironment", ("environmentName", "cae"));
        scene.Apps.Follow(scene.Azure, scene.Ingress);
        return scene;
    }

    public Task<PutResult> PutAsync(string type, params (string Key, object Value)[] inputs) =>
        Azure.Resources.PutAsync(new DeclaredResource(type, "thing", Map([("resourceGroupName", "rg-shop"), .. inputs])), default);

    public async Task SettledAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        await Apps.SettledAsync(Azure, late.Token);
    }

    /// <summary>Waits for something that has to become true.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await Task.Delay(20))
        {
            if (waited.Elapsed > Patience)
                Assert.Fail($"Within {Patience.TotalSeconds} s it did not become true that {what}.");
        }
    }

    public async Task<RevisionView> RevisionAsync(string name) => await Azure.ContainerApps.GetAsync(RunningApp.Id, name, default);

    /// <summary>The host that leads to one version alone.</summary>
    public string HostOf(string version) => Apps.Hosts.First(host => host.Version == version).Host;

    public string HostOfApp(string app) => Apps.Hosts.Single(host => host.App == app && host.Version is null).Host;

    public Task<HttpResponseMessage> GetAsync(string host, string path) =>
        _client.GetAsync(new Uri($"http://{host}{path}"), HttpCompletionOption.ResponseHeadersRead);

    public async Task<HttpStatusCode> StatusAsync(string host, string path = "/")
    {
        using var response = await GetAsync(host, path);
        return response.StatusCode;
    }

    /// <summary>What the version behind the host says of itself.</summary>
    public async Task<JsonNode> VersionAsync(string host)
    {
        using var response = await GetAsync(host, "/api/version");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<int> ProcessAsync(string host) => (int)(await VersionAsync(host))["process"]!;

    public static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Apps.DisposeAsync();
        await Ingress.DisposeAsync();
        Azure.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }
}
