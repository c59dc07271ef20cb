using System.Diagnostics;
using System.Globalization;
using ReleaseInfra.Cli;
using ReleaseInfra.Release.Tests.Commands;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>The built program as a process of its own. It shares the workspace's profile with the runs in this process.</summary>
internal sealed class ReleaseProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ReleaseProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool IsRunning => !_process.HasExited;

    public static ReleaseProcess Start(TemporaryWorkspace workspace, params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [typeof(ReleaseApplication).Assembly.Location, .. arguments])
        {
            WorkingDirectory = workspace.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = CommandLineRun.Machine(workspace).ProfileFolder;
        return new ReleaseProcess(Process.Start(start)!);
    }

    /// <summary>Without a word to it: SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <param name="name">As in <c>INT</c>.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0)
            throw new InvalidOperationException($"Process {Id} could not be sent {name}: it has ended.");
    }

    public async Task<CommandLineRun> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new CommandLineRun((ExitCode)_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        // A stopped process would outlive the test that failed.
        _process.Kill();
        _process.Dispose();
    }
}
