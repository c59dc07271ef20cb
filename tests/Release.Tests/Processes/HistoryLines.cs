using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>The history as its file has it, read without the program.</summary>
internal static class HistoryLines
{
    /// <summary>Each update's number and its end's event; null while it has none.</summary>
    /// <exception cref="AssertionException">An end that is no end of the last start.</exception>
    public static ImmutableArray<(int Number, string? End)> Read(TemporaryWorkspace workspace, string stack)
    {
        var file = workspace.PathOf($".release/{stack}/history.jsonl");
        var updates = ImmutableArray.CreateBuilder<(int Number, string? End)>();
        foreach (var line in File.Exists(file) ? WholeLines(File.ReadAllText(file)) : [])
        {
            using var document = JsonDocument.Parse(line);
            var number = document.RootElement.GetProperty("update").GetInt32();
            var @event = document.RootElement.GetProperty("event").GetString()!;
            if (@event == "started")
                updates.Add((number, null));
            else if (updates is [.., var last] && last == (number, null))
                updates[^1] = (number, @event);
            else
                throw new AssertionException($"'{@event}' of update {number} ends none that is under way:\n{File.ReadAllText(file)}");
        }

        return updates.ToImmutable();
    }

    private static string[] WholeLines(string text) => text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
