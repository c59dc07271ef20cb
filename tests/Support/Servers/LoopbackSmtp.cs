using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ReleaseInfra.Tests.Support.Servers;

/// <summary>A mail server for one message after the other, that writes down what it is told.</summary>
public sealed class LoopbackSmtp : LoopbackServer
{
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentQueue<string> _messages = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IReadOnlyDictionary<string, string> _answers;

    private LoopbackSmtp(IReadOnlyDictionary<string, string> answers)
    {
        _answers = answers;
        Start();
    }

    /// <summary>Every line that was sent to it outside of messages.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>As they came, with their headers.</summary>
    public IReadOnlyList<string> Messages => [.. _messages];

    /// <summary>Ends when it gives no answer.</summary>
    public Task WentSilent => _silent.Task;

    /// <param name="answers">By the beginning of a command, instead of the usual one; empty for none at all. <c>""</c> is the greeting.</param>
    public static LoopbackSmtp Answering(params (string Command, string Answer)[] answers) =>
        new(answers.ToDictionary(answer => answer.Command, answer => answer.Answer, StringComparer.Ordinal));

    protected override async Task TalkAsync(Stream stream, CancellationToken cancellation)
    {
        await SayAsync(stream, AnswerTo("") ?? "220 mail.example", cancellation);
        while (true)
        {
            var command = (await LineReader.UntilAsync(stream, "\r\n", cancellation)).TrimEnd();
            _commands.Enqueue(command);
            var verb = command.Split(' ')[0].ToUpperInvariant();
            await SayAsync(stream, AnswerTo(command) ?? Usual(verb), cancellation);
            if (verb == "QUIT")
                return;
            if (verb == "DATA" && AnswerTo(command) is null)
            {
                _messages.Enqueue(await LineReader.UntilAsync(stream, "\r\n.\r\n", cancellation));
                await SayAsync(stream, "250 taken", cancellation);
            }

            if (verb == "STARTTLS" && AnswerTo(command) is { } ready && ready.StartsWith("220", StringComparison.Ordinal))
                stream = await SecureAsync(stream, cancellation);
        }
    }

    private string? AnswerTo(string command) =>
        _answers.FirstOrDefault(answer => command.Length == 0 ? answer.Key.Length == 0 : answer.Key.Length > 0 && command.StartsWith(answer.Key, StringComparison.Ordinal)).Value;

    private static string Usual(string verb) => verb switch
    {
        "EHLO" => "250 mail.example",
        "DATA" => "354 go on",
        "QUIT" => "221 good bye",
        "STARTTLS" => "502 no such command",
        _ => "250 fine",
    };

    private async Task SayAsync(Stream stream, string answer, CancellationToken cancellation)
    {
        if (answer.Length == 0)
        {
            _silent.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\r\n"), cancellation);
    }

    /// <summary>With a certificate that nobody trusts.</summary>
    private static async Task<Stream> SecureAsync(Stream stream, CancellationToken cancellation)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellation);
        return secure;
    }
}
