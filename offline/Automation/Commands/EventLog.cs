using System.Text;
using System.Text.Json;
using Pulumi.Automation.Events;
using Pulumi.Automation.Reading;

namespace Pulumi.Automation.Commands;

/// <summary>The file that the executable writes its events to, a line each, read while it grows.</summary>
internal sealed class EventLog : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _folder;

    public EventLog(string command)
    {
        _folder = Directory.CreateTempSubdirectory($"automation-logs-{command}-").FullName;
        File = Path.Combine(_folder, "eventlog.txt");
    }

    public string File { get; }

    /// <summary>Every event has been handed on when this ends, in the order of the file.</summary>
    public async Task<CommandResult> FollowAsync(Func<Task<CommandResult>> run, Action<EngineEvent> onEvent)
    {
        using var ended = new CancellationTokenSource();
        var reading = ReadAsync(onEvent, ended.Token);
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task ReadAsync(Action<EngineEvent> onEvent, CancellationToken ended)
    {
        await using var log = new FileStream(File, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(log, Encoding.UTF8);
        var line = new StringBuilder();
        while (true)
        {
            // Asked before the last look, so that nothing written before the end is missed.
            var last = ended.IsCancellationRequested;
            Read(reader, line, onEvent);
            if (last)
                return;
            await Task.Delay(Pause, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What is behind the last line end is half a line, or all that a killed process wrote of one.
    private static void Read(StreamReader reader, StringBuilder line, Action<EngineEvent> onEvent)
    {
        while (reader.Read() is >= 0 and var character)
        {
            if (character != '\n')
            {
                line.Append((char)character);
                continue;
            }

            using var document = JsonDocument.Parse(line.ToString());
            line.Clear();
            onEvent(EventReader.Read(document.RootElement));
        }
    }
}
