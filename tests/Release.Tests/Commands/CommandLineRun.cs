using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Commands;

/// <summary>How a whole command line ended.</summary>
internal sealed record CommandLineRun(ExitCode Code, string Output, string Error)
{
    public string Everything => Output + Error;

    public static Task<CommandLineRun> InAsync(TemporaryWorkspace workspace, params string[] arguments) =>
        InAsync(workspace, new FakeTerminal(), CancellationToken.None, arguments);

    public static async Task<CommandLineRun> InAsync(
        TemporaryWorkspace workspace,
        FakeTerminal terminal,
        CancellationToken cancellation,
        params string[] arguments)
    {
        var clock = new StandingClock();
        var application = new ReleaseApplication(
            terminal,
            clock,
            workspace.Folder,
            // Whatever the build: the tests of the other engine ask for it.
            (folder, engine) => Composition.Open(folder, engine ?? LocalEngine.EngineName, Machine(workspace), clock));
        var code = await application.RunAsync(arguments, cancellation);
        return new CommandLineRun(code, terminal.OutputText, terminal.ErrorText);
    }

    public static Machine Machine(TemporaryWorkspace workspace) =>
        new(workspace.PathOf("profile"), "ann", "laptop", ProcessId: 4711);

    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>As in <c>update ContainerApp web</c>, without what stays the same.</summary>
    public string[] Operations() =>
    [
        .. Resources()
            .Where(resource => Text(resource, "operation") != "same")
            .Select(resource => $"{Text(resource, "operation")} {Text(resource, "type").Split(':')[^1]} {Text(resource, "name")}"),
    ];

    /// <summary>The properties of the one updated resource, as in <c>cpu: 1 -> 2</c>.</summary>
    public string[] Updates() =>
    [
        .. Resources()
            .Single(resource => Text(resource, "operation") == "update")
            .GetProperty("changes").EnumerateArray()
            .Select(change => $"{Text(change, "path")}: {change.GetProperty("from")} -> {change.GetProperty("to")}"),
    ];

    private JsonElement.ArrayEnumerator Resources() => Json().GetProperty("resources").EnumerateArray();

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private sealed class StandingClock : TimeProvider
    {
        private static readonly DateTimeOffset Now = new(2026, 11, 2, 8, 30, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
