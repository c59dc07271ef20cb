using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ReleaseInfra.Tests.Support.Browser;

/// <summary>A browser without a window, with a profile of its own, that ends with the test.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Switches =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-default-apps", "--hide-scrollbars", "--remote-debugging-port=0",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _profile;
    private readonly Process _process;
    private readonly DevTools _tools;

    private Chromium(TemporaryFolder profile, Process process, DevTools tools) => (_profile, _process, _tools) = (profile, process, tools);

    /// <param name="program">As of <see cref="ChromiumProgram.Find"/>.</param>
    public static async Task<Chromium> StartAsync(string program, CancellationToken cancellation)
    {
        var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. Switches, $"--user-data-dir={profile.Path}", "about:blank"])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // What it says is of no use, and would block it if nobody took it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var address = await AddressAsync(Path.Combine(profile.Path, "DevToolsActivePort"), process, cancellation);
            return new Chromium(profile, process, await DevTools.ConnectAsync(address, cancellation));
        }
        catch
        {
            await EndAsync(process);
            profile.Dispose();
            throw;
        }
    }

    public async Task<BrowserPage> OpenAsync(string file, PageLook look, CancellationToken cancellation)
    {
        var target = await _tools.AskAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellation);
        var attached = await _tools.AskAsync(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true },
            null,
            cancellation);
        return await BrowserPage.OpenAsync(_tools, attached.GetProperty("sessionId").GetString()!, file, look, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        // In good order, so that no process of its own still writes where the profile is removed.
        using (var patience = new CancellationTokenSource(Patience))
        {
            try
            {
                await _tools.AskAsync("Browser.close", [], null, patience.Token);
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (Exception unwilling) when (unwilling is OperationCanceledException or IOException or WebSocketException)
            {
                // It is ended below.
            }
        }

        await _tools.DisposeAsync();
        await EndAsync(_process);
        _profile.Dispose();
    }

    /// <summary>The browser writes a port and a path into a file as soon as it listens there.</summary>
    private static async Task<Uri> AddressAsync(string file, Process process, CancellationToken cancellation)
    {
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"Chromium ended with {process.ExitCode} before it listened.");
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellation) is [var port, var path, ..])
                return new Uri($"ws://127.0.0.1:{port}{path}");
            await Task.Delay(20, cancellation);
        }
    }

    private static async Task EndAsync(Process process)
    {
        using (process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }
}
