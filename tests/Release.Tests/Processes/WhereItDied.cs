using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>How far a killed update was, by what it left.</summary>
internal enum WhereItDied
{
    BeforeTheFirstWrite,
    BeforeTheFirstChange,
    BetweenSaves,
    WithinASave,
    AfterTheEnd,
}

internal static class Remains
{
    private static readonly string[] Unfinished = ["*.new", "replacing"];

    public static WhereItDied Of(TemporaryWorkspace workspace, string stack, CommandLineRun killed, int updatesBefore)
    {
        var history = HistoryLines.Read(workspace, stack);
        if (killed.Code == ExitCode.Done || history.Skip(updatesBefore).Any(update => update.End is not null))
            return WhereItDied.AfterTheEnd;
        if (UnfinishedFiles(workspace, stack).Length > 0)
            return WhereItDied.WithinASave;
        if (history.Length > updatesBefore)
            return WhereItDied.BetweenSaves;

        return File.Exists(workspace.PathOf($".release/{stack}/lock.json"))
            ? WhereItDied.BeforeTheFirstChange
            : WhereItDied.BeforeTheFirstWrite;
    }

    public static string[] UnfinishedFiles(TemporaryWorkspace workspace, string stack)
    {
        var folder = workspace.PathOf($".release/{stack}");
        return Directory.Exists(folder)
            ? [.. Unfinished.SelectMany(pattern => Directory.GetFiles(folder, pattern)).Select(path => Path.GetFileName(path)!)]
            : [];
    }
}
