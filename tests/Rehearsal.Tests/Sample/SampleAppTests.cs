using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ReleaseInfra.Rehearsal.Running.Processes;
using ReleaseInfra.Rehearsal.Sample;

namespace ReleaseInfra.Rehearsal.Tests.Sample;

public sealed class SampleAppTests
{
    private Process _process = null!;
    private HttpClient _client = null!;
    private int _port;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        (_process, _port) = Start();
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        await AnswersAsync(_client, _process);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _process.Kill();
        _process.Dispose();
        _client.Dispose();
    }

    [TestCase("/", "text/html")]
    [TestCase("/api/items", "application/json")]
    [TestCase("/api/version", "application/json")]
    [TestCase("/api/health", "application/json")]
    [TestCase("/my-health", "application/json")]
    public async Task Path_Answers(string path, string type)
    {
        using var response = await _client.GetAsync(path);

        Assert.That((response.StatusCode, response.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, type)));
    }

    [Test]
    public async Task Path_Unknown_IsNotFound() =>
        Assert.That((await _client.GetAsync("/nothing")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Version_SaysWhichItIs()
    {
        var version = JsonNode.Parse(await _client.GetStringAsync("/api/version"))!;

        Assert.That(
            ((string?)version["tag"], (string?)version["revision"], (int?)version["process"]),
            Is.EqualTo(("v1.3.0", "web--green-v1-3-0", _process.Id)));
    }

    [Test]
    public async Task Echo_GivesBackWhatItIsSent()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_port}/api/echo"), default);
        await socket.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, endOfMessage: true, default);
        var buffer = new byte[64];
        var received = await socket.ReceiveAsync(buffer, default);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);

        Assert.That(Encoding.UTF8.GetString(buffer, 0, received.Count), Is.EqualTo("hello"));
        Assert.That(socket.State, Is.EqualTo(WebSocketState.Closed));
    }

    [Test]
    public async Task Echo_WithoutAWebSocket_AsksForOne() =>
        Assert.That((await _client.GetAsync("/api/echo")).StatusCode, Is.EqualTo(HttpStatusCode.UpgradeRequired));

    [Test]
    public async Task Terminated_EndsWhatIsUnderWay_ThenExits()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows has no SIGTERM.");

        var (process, port) = Start();
        using var _ = process;
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await AnswersAsync(client, process);
        using var stream = await client.GetAsync("/api/stream", HttpCompletionOption.ResponseHeadersRead);

        Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();

        Assert.That((await stream.Content.ReadAsStringAsync()).Trim().Split('\n'), Has.Length.EqualTo(10));
        Assert.That(await EndedAsync(process), Is.Zero);
    }

    [Test]
    public async Task Interrupted_GoesOn_AndEndsWithItsInput()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows has no SIGINT for one process.");

        var (process, port) = Start();
        using var _ = process;
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await AnswersAsync(client, process);

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        Assert.That((await client.GetAsync("/api/health")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        process.StandardInput.Close();
        Assert.That(await EndedAsync(process), Is.Zero);
    }

    [TestCase("0")]
    [TestCase("65536")]
    [TestCase("http")]
    public void Rejects_Port(string port) => Assert.That(
        () => SampleApp.RunAsync(new Dictionary<string, string> { ["PORT"] = port }, Stream.Null, TimeProvider.System, default),
        Throws.TypeOf<RehearsalException>().With.Message.EqualTo($"PORT is '{port}'. It takes the port to listen at, from 1 to 65535."));

    private static (Process Process, int Port) Start()
    {
        var port = new FreePorts(Environment.ProcessId).Take();
        var start = new ProcessStartInfo(SampleProgram.Host, SampleProgram.Arguments) { RedirectStandardInput = true };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["HEALTH_PATH"] = "/my-health";
        start.Environment["RELEASE_TAG"] = "v1.3.0";
        start.Environment["CONTAINER_APP_REVISION"] = "web--green-v1-3-0";
        return (Process.Start(start)!, port);
    }

    private static async Task AnswersAsync(HttpClient client, Process process)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(20))
        {
            try
            {
                await client.GetAsync("/api/health");
                return;
            }
            catch (HttpRequestException)
            {
                Assert.That(process.HasExited, Is.False);
            }
        }

        Assert.Fail("It did not answer.");
    }

    private static async Task<int> EndedAsync(Process process)
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return process.ExitCode;
    }
}
