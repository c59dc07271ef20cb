using System.Text;
using System.Text.Json;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine.Local;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Rehearse;

/// <summary>A whole rehearsal by the command line, with processes and sockets, of a policy that is shorter than the usual one.</summary>
internal sealed class PlayedRehearsal : IDisposable
{
    public TemporaryWorkspace Workspace { get; } = new TemporaryWorkspace()
        .Replace("stacks/environments/base.json", "\"steps\": [10, 20, 50, 100]", "\"steps\": [10, 100]")
        .Replace("stacks/environments/base.json", "\"bake\": \"5m\"", "\"bake\": \"2m\"")
        .Replace("stacks/environments/base.json", "\"watch\": \"1h\"", "\"watch\": \"5m\"")
        .Replace("stacks/environments/base.json", "\"samples\": 5", "\"samples\": 2")
        // So that a short bake is long enough for the plan.
        .Replace("stacks/environments/base.json", "\"admin\": { \"requestsPerSecond\": 5,", "\"admin\": { \"requestsPerSecond\": 50,");

    private Machine Machine => CommandLineRun.Machine(Workspace) with { Variable = Environment.GetEnvironmentVariable };

    /// <summary>By the machine's clock: what really runs takes as long as it takes.</summary>
    public async Task<CommandLineRun> RunAsync(params string[] arguments)
    {
        var terminal = new FakeTerminal();
        var application = new ReleaseApplication(
            terminal,
            TimeProvider.System,
            Workspace.Folder,
            (folder, _) => Composition.Open(folder, LocalEngine.EngineName, Machine, TimeProvider.System));
        var code = await application.RunAsync(["rehearse", .. arguments], CancellationToken.None);
        return new CommandLineRun(code, terminal.OutputText, terminal.ErrorText);
    }

    /// <summary>What <c>--json</c> says last.</summary>
    public static JsonElement Last(CommandLineRun run) => JsonDocument.Parse(Lines(run)[^1]).RootElement.GetProperty("rehearsal");

    /// <summary>Kinds of what happened, in their order.</summary>
    public static string[] Events(CommandLineRun run) =>
        [.. Records(run).Select(record => record.Entry).OfType<Happened>().Select(happened => happened.Event.Kind)];

    public static IEnumerable<JournalRecord> Records(CommandLineRun run) =>
        Lines(run)[..^1].Select((line, index) => LineFormat.Read(Encoding.UTF8.GetBytes(line), index + 1, "output"));

    public void Dispose() => Workspace.Dispose();

    private static string[] Lines(CommandLineRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
