using System.Net;
using System.Text;
using ReleaseInfra.Cli.Notify;
using ReleaseInfra.Cli.Notify.Channels;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Servers;

namespace ReleaseInfra.Release.Tests.Notify;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SmtpChannelTests
{
    private static readonly (string, string) OffersTls = ("EHLO", "250-mail.example\r\n250-AUTH LOGIN PLAIN\r\n250 STARTTLS");

    private readonly ManualTime _time = new();
    private int _port;

    [Test]
    public async Task AMail_IsPlainText_WithOneSubject()
    {
        await using var server = LoopbackSmtp.Answering();

        Assert.That(await TryAsync(server, Notices.RolledBack[1]), Is.Null);

        var (headers, body) = Parts(server.Messages.Single());
        Assert.That(server.Commands.Where(command => command.StartsWith("MAIL", StringComparison.Ordinal) || command.StartsWith("RCPT", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "MAIL FROM:<releases@example.com>", "RCPT TO:<platform@example.com>", "RCPT TO:<on-call@example.com>",
        }));
        Assert.That(headers, Does.Contain("Subject: [production] Rolling back web v1.2.3\r\n")
            .And.Contain("X-Priority: 1")
            .And.Contain("From: releases@example.com")
            .And.Contain("To: platform@example.com, on-call@example.com")
            .And.Contain("Auto-Submitted: auto-generated")
            .And.Contain("Content-Type: text/plain; charset=utf-8"));
        Assert.That(body, Is.EqualTo(
            "6 of 100 requests failed (6 %), limit 5 %. The old version is given all the traffic again, within 5 min. There is nothing to do but to watch; "
            + "another notice says when it is done.\r\n\r\nRelease: 20261121-120000-0a1b2c3d\r\nChanges: web v1.2.2 to v1.2.3\r\nBy: ann@laptop\r\n"
            + "Why: the new search\r\nReason: 6 of 100 requests failed (6 %), limit 5 %.\r\nWas: baking at 10 %\r\n"));
    }

    [Test]
    public async Task WhatPeopleWrote_AddsNoHeader_AndEndsNoMessage()
    {
        await using var server = LoopbackSmtp.Answering();

        var failed = await TryAsync(server, Notices.WithWhy("x\r\nBcc: all@example.com\r\n.\r\nMAIL FROM:<evil@example.com>"));

        Assert.That(failed, Is.Null);

        Assert.That(server.Messages, Has.Count.EqualTo(1));
        Assert.That(Parts(server.Messages.Single()).Headers, Does.Not.Contain("Bcc"));
        Assert.That(Parts(server.Messages.Single()).Body, Does.Contain("Why: x  Bcc: all@example.com  .  MAIL FROM:<evil@example.com>\r\n"));
        Assert.That(server.Commands, Has.None.Contains("evil"));
    }

    [Test]
    public async Task WithoutStartTls_NothingIsSaid()
    {
        await using var server = LoopbackSmtp.Answering();

        var error = await TryAsync(server, Notices.Started, settings => settings with { StartTls = true }, "planted-password");

        Assert.That(error, Is.EqualTo(
            $"'mail' could not send through 127.0.0.1:{server.Port}: it does not offer STARTTLS, so nothing was sent; use a port on which it does, such as 587."));
        Assert.That(server.Commands.Select(command => command.Split(' ')[0]).Except(["EHLO", "QUIT"]), Is.Empty);
    }

    [Test]
    public async Task ACertificateThatNobodyTrusts_IsRefused()
    {
        await using var server = LoopbackSmtp.Answering(OffersTls, ("STARTTLS", "220 go on"));

        var error = await TryAsync(server, Notices.Started, settings => settings with { StartTls = true }, "planted-password");

        Assert.That(error, Is.EqualTo($"'mail' could not send through 127.0.0.1:{server.Port}: this machine does not trust its certificate."));
        Assert.That(server.Commands.Select(command => command.Split(' ')[0]), Is.EqualTo(new[] { "EHLO", "STARTTLS" }));
    }

    [TestCase("MAIL", "530 sign in, planted-password", "it answered 530; look at 'from', 'to' and what the variables of user and password hold")]
    [TestCase("RCPT TO:<on-call", "550 unknown, planted-password", "it refused a receiver (550); look at 'to' and 'from'")]
    [TestCase("DATA", "554 no, planted-password", "it answered 554; look at 'from', 'to' and what the variables of user and password hold")]
    public async Task ARefusal_NamesItsNumber_AndNotItsText(string command, string answer, string how)
    {
        await using var server = LoopbackSmtp.Answering((command, answer));

        Assert.That(await TryAsync(server, Notices.Started), Is.EqualTo($"'mail' could not send through 127.0.0.1:{server.Port}: {how}."));
    }

    [Test]
    public async Task NobodyThere_IsSaid()
    {
        var server = LoopbackSmtp.Answering();
        await server.DisposeAsync();

        Assert.That(await TryAsync(server, Notices.Started), Is.EqualTo(
            $"'mail' could not send through 127.0.0.1:{_port}: the connection failed; look at 'host' and 'port', and whether this machine may connect to it."));
    }

    [TestCase("")]
    [TestCase("EHLO")]
    [TestCase("DATA")]
    public async Task NoAnswer_EndsAtTheDeadline(string command)
    {
        await using var server = LoopbackSmtp.Answering((command, ""));
        var trying = TryAsync(server, Notices.Started);
        await server.WentSilent;
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.That(await trying, Is.EqualTo(
            "'mail' did not take the notice within 10 s. Look whether the service is well, and whether this machine may connect to it."));
    }

    private async Task<string?> TryAsync(
        LoopbackSmtp server, Notice notice, Func<SmtpSettings, SmtpSettings>? change = null, string? password = null)
    {
        var settings = new SmtpSettings(
            "127.0.0.1", _port = server.Port, StartTls: false, "releases@example.com", ["platform@example.com", "on-call@example.com"], null)
        {
            Events = [NoticeKind.Started],
            Severity = NoticeSeverity.Info,
        };
        var credentials = password is null ? null : new NetworkCredential("planted-user", password);
        var failed = await new Delivery(_time).TryAsync(new SmtpChannel("mail", change?.Invoke(settings) ?? settings, credentials), notice, default);
        Assert.That(failed?.Error ?? "", Does.Not.Contain("planted"));
        Assert.That(server.Commands, Has.None.Contains("planted").And.None.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("planted-password"))));
        return failed?.Error;
    }

    private static (string Headers, string Body) Parts(string message)
    {
        var parts = message[..^"\r\n.\r\n".Length].Split("\r\n\r\n", 2);
        return ($"{parts[0]}\r\n", Decoded(parts[0], parts[1]));
    }

    private static string Decoded(string headers, string body)
    {
        if (headers.Contains("base64", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8.GetString(Convert.FromBase64String(body));
        return body
            .Replace("=\r\n", "", StringComparison.Ordinal)
            .Replace("=0D=0A", "\r\n", StringComparison.Ordinal)
            .Replace("=3D", "=", StringComparison.Ordinal);
    }
}
