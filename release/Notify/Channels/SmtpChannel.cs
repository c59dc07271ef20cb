using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Notify.Channels;

/// <summary>
/// Mail, by the client of .NET: TLS by STARTTLS and never from the first byte, no OAuth. With TLS asked for it says nothing to a server
/// that does not offer it.
/// </summary>
/// <param name="credentials">Null for a server that asks for none.</param>
internal sealed class SmtpChannel(string name, SmtpSettings settings, NetworkCredential? credentials) : IChannel
{
    public string Name => name;

    private string Server => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    public async Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            UseDefaultCredentials = false,
            Credentials = credentials,
            // Of the farewell alone, which is not awaited: the rest ends by the token.
            Timeout = (int)Delivery.Deadline.TotalMilliseconds,
        };
        try
        {
            using var message = Write(notice);
            await client.SendMailAsync(message, cancellation);
        }
        catch (Exception exception) when (exception is SmtpException or AuthenticationException or IOException or FormatException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw ChannelFailure.MailRefused(name, Server, Words(exception));
        }
    }

    private MailMessage Write(Notice notice)
    {
        var message = new MailMessage
        {
            From = new MailAddress(settings.From),
            // One line already, as every text of a notice: a second one could be a header.
            Subject = notice.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = BodyOf(notice),
            BodyEncoding = Encoding.UTF8,
            Priority = notice.Severity == NoticeSeverity.Critical ? MailPriority.High : MailPriority.Normal,
        };
        foreach (var receiver in settings.To)
            message.To.Add(new MailAddress(receiver));
        // So that no absent reader's machine answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static string BodyOf(Notice notice)
    {
        var body = new StringBuilder(notice.Text).Append("\r\n\r\n");
        foreach (var fact in notice.Facts)
            body.Append(fact.Name).Append(": ").Append(fact.Value).Append("\r\n");
        return body.ToString();
    }

    // What a server says may repeat what it was told: its number is enough.
    private string Words(Exception exception) => exception switch
    {
        FormatException => "an address of 'from' or 'to' is none",
        AuthenticationException or { InnerException: AuthenticationException } => "this machine does not trust its certificate",
        SmtpFailedRecipientException refused => $"it refused a receiver ({(int)refused.StatusCode}); look at 'to' and 'from'",
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } when settings.StartTls =>
            "it does not offer STARTTLS, so nothing was sent; use a port on which it does, such as 587",
        SmtpException { StatusCode: > 0 and var code } => $"it answered {(int)code}; look at 'from', 'to' and what the variables of user and password hold",
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => "its name is not known; look at 'host'",
        _ => "the connection failed; look at 'host' and 'port', and whether this machine may connect to it",
    };
}
