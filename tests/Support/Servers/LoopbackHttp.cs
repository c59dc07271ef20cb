using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ReleaseInfra.Tests.Support.Servers;

/// <summary>One request as it came.</summary>
public sealed record HttpAsked(string Line, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A server of HTTP that writes down what it is asked and answers with what it is told, the last answer again and again.</summary>
public sealed class LoopbackHttp : LoopbackServer
{
    private readonly ConcurrentQueue<HttpAsked> _asked = new();
    private readonly Queue<string> _answers;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackHttp(string[] answers)
    {
        _answers = new Queue<string>(answers);
        Start();
    }

    public IReadOnlyList<HttpAsked> Asked => [.. _asked];

    /// <summary>Ends with the first request.</summary>
    public Task WasAsked => _first.Task;

    /// <param name="answers">As in <c>429 Too Many Requests\r\nRetry-After: 2</c>; an empty one is never given.</param>
    public static LoopbackHttp Answering(params string[] answers) => new(answers);

    public Uri At(string path) => new($"http://127.0.0.1:{Port}{path}");

    protected override async Task TalkAsync(Stream stream, CancellationToken cancellation)
    {
        _asked.Enqueue(await ReadAsync(stream, cancellation));
        _first.TrySetResult();
        string answer;
        lock (_answers)
            answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        if (answer.Length == 0)
            await Task.Delay(Timeout.Infinite, cancellation);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"), cancellation);
    }

    private static async Task<HttpAsked> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = (await LineReader.UntilAsync(stream, "\r\n\r\n", cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = head.Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellation);
        return new HttpAsked(head[0], headers, Encoding.UTF8.GetString(body));
    }
}
