using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ReleaseInfra.Rehearsal.Arm;
using ReleaseInfra.Rehearsal.Arm.Logs;
using ReleaseInfra.Rehearsal.Arm.Metrics;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Tests.ContainerApps;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

/// <summary>A small embedded Azure with its server, and a client that pins the server's certificate.</summary>
internal sealed class ServedAzure : IAsyncDisposable
{
    public const string Version = "2025-07-01";

    private readonly HttpClient _client;

    private ServedAzure(SmallAzure small, ArmServer server)
    {
        (Small, Server) = (small, server);
        _client = new HttpClient(Pinned(server)) { BaseAddress = server.Endpoint };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
    }

    public SmallAzure Small { get; }

    public ArmServer Server { get; }

    public static async Task<ServedAzure> OpenAsync(
        OperationDurations? durations = null, IMetricSource? metrics = null, ILogSource? logs = null, bool saveEachChange = false)
    {
        var small = await AppOf.OpenAsync(durations);
        var options = new ArmServerOptions
        {
            Time = small.Time,
            Metrics = metrics ?? new NoMetrics(),
            Logs = logs ?? new NoLogs(),
            SaveEachChange = saveEachChange,
            RetryAfter = TimeSpan.FromSeconds(5),
        };
        return new ServedAzure(small, await ArmServer.StartAsync(small.Azure, options, default));
    }

    /// <summary>What is there already; it is disposed of with its server.</summary>
    public static async Task<ServedAzure> OverAsync(SmallAzure small) =>
        new(small, await ArmServer.StartAsync(small.Azure, new ArmServerOptions { Time = small.Time }, default));

    /// <summary>Whatever host a call is to, it goes to the server, which tells services by their hosts.</summary>
    public static SocketsHttpHandler Pinned(ArmServer server) => new()
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == server.Certificate.GetCertHashString() },
    };

    /// <param name="path">Of Resource Manager with a query, to which the version is added where it has none; or a whole address.</param>
    public Task<HttpResponseMessage> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path.Contains("api-version", StringComparison.Ordinal) || path.StartsWith("/v1/", StringComparison.Ordinal) || path.StartsWith("https://", StringComparison.Ordinal)
            ? path
            : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api-version={Version}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded");
        foreach (var (name, value) in headers)
        {
            // In place of the client's own.
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }

    /// <summary>As an address in an answer gives it.</summary>
    public Task<HttpResponseMessage> FollowAsync(string address) => _client.GetAsync(address);

    public async Task<JsonElement> GetAsync(string path) => await JsonAsync(await SendAsync("GET", path));

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    /// <summary>Status, code and message, as in <c>404 ResourceNotFound: …</c>.</summary>
    public static async Task<string> ErrorAsync(HttpResponseMessage answer)
    {
        var body = await JsonAsync(answer);
        var error = body.TryGetProperty("error", out var wrapped) ? wrapped : body;
        return $"{(int)answer.StatusCode} {error.GetProperty("code")}: {error.GetProperty("message")}";
    }

    public static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        Small.Dispose();
    }
}
