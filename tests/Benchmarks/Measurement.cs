using System.Diagnostics;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Benchmarks;

/// <summary>One command line in a workspace where nothing was ever applied, unless something is done before.</summary>
internal sealed record Measurement(string Name, string[] Arguments, TemporaryWorkspace Workspace)
{
    /// <summary>What makes the workspace ready, each time and unmeasured; is given a way to run the command.</summary>
    public Action<Action<string[]>> Before { get; init; } = _ => { };

    public Measured Run(string program, int rounds)
    {
        // The first run pays for the disk's cache and counts for nothing.
        RunOnce(program);
        var runs = Enumerable.Range(0, rounds).Select(_ => RunOnce(program)).ToArray();
        return new Measured(Name, [.. runs.Select(run => run.Seconds).Order()], runs.Max(run => run.PeakBytes));
    }

    private (double Seconds, long PeakBytes) RunOnce(string program)
    {
        RemoveWhatWasApplied();
        Before(arguments => RunOnce(program, arguments));
        return RunOnce(program, Arguments);
    }

    private (double Seconds, long PeakBytes) RunOnce(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Workspace.Folder,
            RedirectStandardOutput = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = Workspace.PathOf("profile");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var reading = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(25))
            peak = Math.Max(peak, Peak(process.Id));

        var seconds = clock.Elapsed.TotalSeconds;
        var output = reading.GetAwaiter().GetResult();
        return process.ExitCode == 0
            ? (seconds, peak)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }

    private void RemoveWhatWasApplied()
    {
        if (Directory.Exists(Workspace.PathOf(".release")))
            Directory.Delete(Workspace.PathOf(".release"), recursive: true);
    }

    /// <summary>What Linux keeps as the process's highest resident size; 0 elsewhere, or once it is gone.</summary>
    private static long Peak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
