using System.Diagnostics;

namespace ReleaseInfra.Benchmarks;

internal static class Measurement
{
    public static Measured Of(string name, string program, string workspace, int rounds)
    {
        // The first run pays for the disk's cache and counts for nothing.
        Run(program, workspace);
        var runs = Enumerable.Range(0, rounds).Select(_ => Run(program, workspace)).ToArray();
        return new Measured(name, [.. runs.Select(run => run.Seconds).Order()], runs.Max(run => run.PeakBytes));
    }

    private static (double Seconds, long PeakBytes) Run(string program, string workspace)
    {
        var start = new ProcessStartInfo(program, ["preview", "production"])
        {
            WorkingDirectory = workspace,
            RedirectStandardOutput = true,
        };
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
