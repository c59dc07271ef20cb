using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ReleaseInfra.Tests.Support.Browser;

/// <param name="Width">In CSS pixels.</param>
public sealed record PageLook(int Width, bool Dark)
{
    public override string ToString() => $"{Width}-{(Dark ? "dark" : "light")}";
}

/// <summary>One page, as a browser shows it.</summary>
public sealed class BrowserPage
{
    private const int Height = 900;

    private readonly DevTools _tools;
    private readonly string _session;
    private readonly PageLook _look;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly Channel<string> _loaded = Channel.CreateUnbounded<string>();

    private BrowserPage(DevTools tools, string session, PageLook look, CancellationToken cancellation) =>
        (_tools, _session, _look, _cancellation) = (tools, session, look, cancellation);

    /// <summary>Every address that was asked for, the page's own first.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Errors of scripts, of the console and of the browser's own checks, such as of the content policy.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    internal static async Task<BrowserPage> OpenAsync(
        DevTools tools, string session, string file, PageLook look, CancellationToken cancellation)
    {
        var page = new BrowserPage(tools, session, look, cancellation);
        tools.Heard += page.Hear;
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network", "Accessibility", "DOM"])
            await page.AskAsync($"{domain}.enable", []);
        await page.SizeAsync(Height);
        await page.AskAsync("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = look.Dark ? "dark" : "light" }),
        });
        await page.AskAsync("Page.setLifecycleEventsEnabled", new JsonObject { ["enabled"] = true });
        var gone = await page.AskAsync("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri });
        // The empty page that was there before loads as well.
        while (await page._loaded.Reader.ReadAsync(cancellation) != gone.GetProperty("loaderId").GetString())
        {
        }

        return page;
    }

    /// <param name="expression">Of JavaScript; a promise is waited for.</param>
    /// <exception cref="InvalidOperationException">It throws.</exception>
    public async Task<T> EvaluateAsync<T>(string expression)
    {
        var answer = await AskAsync("Runtime.evaluate", new JsonObject
        {
            ["expression"] = expression,
            ["returnByValue"] = true,
            ["awaitPromise"] = true,
        });
        return answer.TryGetProperty("exceptionDetails", out var thrown)
            ? throw new InvalidOperationException(thrown.GetRawText())
            : answer.GetProperty("result").GetProperty("value").Deserialize<T>()!;
    }

    /// <summary>For what it does.</summary>
    /// <inheritdoc cref="EvaluateAsync{T}"/>
    public Task RunAsync(string statement) => EvaluateAsync<int>($"(() => {{ {statement}; return 0; }})()");

    /// <param name="key">As in <c>Tab</c> or <c>ArrowRight</c>.</param>
    public async Task PressAsync(string key)
    {
        foreach (var type in (string[])["rawKeyDown", "keyUp"])
        {
            await AskAsync("Input.dispatchKeyEvent", new JsonObject
            {
                ["type"] = type,
                ["key"] = key,
                ["code"] = key,
                ["windowsVirtualKeyCode"] = key switch { "Tab" => 9, "ArrowRight" => 39, "ArrowLeft" => 37, _ => 0 },
            });
        }
    }

    public Task PointAtAsync(double x, double y) =>
        AskAsync("Input.dispatchMouseEvent", new JsonObject { ["type"] = "mouseMoved", ["x"] = x, ["y"] = y });

    /// <summary>What a screen reader is told: role and name of everything that is not ignored, in the page's order.</summary>
    public async Task<IReadOnlyList<(string Role, string Name)>> AccessibleAsync()
    {
        var tree = await AskAsync("Accessibility.getFullAXTree", []);
        var nodes = tree.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("nodeId").GetString()!);
        return
        [
            .. from node in Below(nodes.Values.First(node => !node.TryGetProperty("parentId", out _)), nodes)
               where !node.GetProperty("ignored").GetBoolean()
               select (Value(node, "role"), Value(node, "name")),
        ];
    }

    /// <summary>Of the whole page, however long.</summary>
    public async Task ScreenshotAsync(string file)
    {
        var height = await EvaluateAsync<int>("document.documentElement.scrollHeight");
        await SizeAsync(height);
        var taken = await AskAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png" });
        await File.WriteAllBytesAsync(file, taken.GetProperty("data").GetBytesFromBase64(), _cancellation);
        await SizeAsync(Height);
    }

    /// <summary>A node and all within it, as they are read out.</summary>
    private static IEnumerable<JsonElement> Below(JsonElement node, Dictionary<string, JsonElement> nodes) =>
        node.TryGetProperty("childIds", out var children)
            ? children.EnumerateArray().Select(child => nodes.GetValueOrDefault(child.GetString()!))
                .Where(child => child.ValueKind == JsonValueKind.Object)
                .SelectMany(child => Below(child, nodes))
                .Prepend(node)
            : [node];

    private static string Value(JsonElement node, string property) =>
        node.TryGetProperty(property, out var held) && held.TryGetProperty("value", out var value) ? value.ToString() : "";

    private Task<JsonElement> SizeAsync(int height) => AskAsync("Emulation.setDeviceMetricsOverride", new JsonObject
    {
        ["width"] = _look.Width,
        ["height"] = height,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = false,
    });

    private Task<JsonElement> AskAsync(string method, JsonObject parameters) => _tools.AskAsync(method, parameters, _session, _cancellation);

    private void Hear(DevToolsEvent heard)
    {
        if (heard.Session != _session)
            return;
        switch (heard.Method)
        {
            case "Page.lifecycleEvent" when heard.Parameters.GetProperty("name").GetString() == "load":
                _loaded.Writer.TryWrite(heard.Parameters.GetProperty("loaderId").GetString()!);
                break;
            case "Network.requestWillBeSent":
                _requests.Enqueue(heard.Parameters.GetProperty("request").GetProperty("url").GetString()!);
                break;
            case "Log.entryAdded":
            case "Runtime.exceptionThrown":
            case "Runtime.consoleAPICalled":
                _complaints.Enqueue(heard.Parameters.GetRawText());
                break;
        }
    }
}
