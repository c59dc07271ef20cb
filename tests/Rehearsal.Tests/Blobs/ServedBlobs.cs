using System.Net.Http.Headers;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Blobs;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Blobs;

/// <summary>A storage account with one blob of one line, asked over real HTTP.</summary>
internal sealed class ServedBlobs : IAsyncDisposable
{
    private readonly HttpClient _client;

    private ServedBlobs(BlobServer server, ManualTime time)
    {
        (Server, Time) = (server, time);
        _client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.Certificate.GetCertHashString() },
        })
        {
            BaseAddress = server.Endpoint,
        };
    }

    public BlobServer Server { get; }

    public ManualTime Time { get; }

    public string? Token { get; set; }

    public static async Task<ServedBlobs> OpenAsync(int mostBlocks = 50_000)
    {
        var time = new ManualTime();
        var server = await BlobServer.StartAsync(
            new BlobServerOptions { Time = time, Containers = ["releases"], MostBlocks = mostBlocks }, default);
        var served = new ServedBlobs(server, time) { Token = server.Token };
        await served.SendAsync("PUT", "/releases/production/1.jsonl", null, ("x-ms-blob-type", "AppendBlob"));
        await served.SendAsync("PUT", "/releases/production/1.jsonl?comp=appendblock", "{\"n\":1}\n");
        return served;
    }

    public void Fail(string call, ArmFault fault, bool afterEffect = false) =>
        Server.Faults.Add(new ArmFaultRule(new NamedCall(call), fault) { AfterEffect = afterEffect });

    public async Task<HttpResponseMessage> SendAsync(string method, string path, string? body, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.Add("x-ms-version", "2024-11-04");
        if (body is not null)
            request.Content = new StringContent(body);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request);
    }

    /// <summary>Status and code, as in <c>409 LeaseAlreadyPresent</c>; the status alone where there is none.</summary>
    public async Task<string> OutcomeAsync(string method, string path, string? body, params IEnumerable<(string Name, string Value)> headers)
    {
        using var answer = await SendAsync(method, path, body, headers);
        var status = ((int)answer.StatusCode).ToString(null, null);
        return answer.Headers.TryGetValues("x-ms-error-code", out var codes) ? $"{status} {codes.Single()}" : status;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
    }
}
