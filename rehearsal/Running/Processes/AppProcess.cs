using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>One process of a version, from its start to its end.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    /// <summary>Of real time, for the last lines of an ended process: what it started may hold its output open for ever.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly ProcessGroup _group;
    private readonly OutputLog _log;
    private readonly OutputTail _tail;
    private readonly TimeProvider _watch;
    private readonly Task _output;

    private AppProcess(Process process, OutputLog log, OutputTail tail, TimeProvider watch)
    {
        (_process, _log, _tail, _watch, _group) = (process, log, tail, watch, new ProcessGroup(process));
        _output = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        Exited = process.WaitForExitAsync();
    }

    public Task Exited { get; }

    /// <param name="variables">The whole environment, but for what finds programs.</param>
    /// <param name="log">Becomes the process's own.</param>
    /// <param name="tail">Is given its lines.</param>
    /// <param name="watch">The machine's clock.</param>
    /// <exception cref="LaunchFailure">There is no such program, or it cannot be started.</exception>
    public static AppProcess Start(
        AppLaunch launch, ImmutableSortedDictionary<string, string> variables, OutputLog log, OutputTail tail, TimeProvider watch)
    {
        try
        {
            return new AppProcess(Process.Start(StartInfo(launch, variables))!, log, tail, watch);
        }
        catch (Exception failure)
        {
            log.Dispose();
            if (failure is Win32Exception or IOException)
                throw new LaunchFailure($"'{launch.FileName}' could not be started: {failure.Message}", failure);
            throw;
        }
    }

    public void Kill() => _group.Kill();

    /// <summary>Asks it to end, and kills it where it does not in time.</summary>
    /// <param name="within">Of real time.</param>
    /// <param name="hurry">Cuts that short.</param>
    public async Task StopAsync(TimeSpan within, CancellationToken hurry)
    {
        if (!Exited.IsCompleted)
        {
            CloseInput();
            _group.AskToEnd();
        }

        try
        {
            await Exited.WaitAsync(within, _watch, hurry);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            // Killed below.
        }

        Kill();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        await Task.WhenAny(_output, Task.Delay(LastWords, _watch));
        Note($"(ended with exit code {_process.ExitCode})");
        _process.Dispose();
        _log.Dispose();
    }

    private static ProcessStartInfo StartInfo(AppLaunch launch, ImmutableSortedDictionary<string, string> variables)
    {
        var path = new ProcessStartInfo().Environment.TryGetValue(MachineVariables.Path, out var own) ? own : null;
        var program = Executable.Find(launch.FileName, launch.Folder, variables.GetValueOrDefault(MachineVariables.Path) ?? path);
        var start = ProcessGroup.StartInfo(program, launch.Arguments);
        start.WorkingDirectory = launch.Folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        MachineVariables.Keep(start.Environment);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return start;
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It had closed it itself.
        }
    }

    private void Note(string line)
    {
        _tail.Add(line);
        _log.Write(line);
    }

    private async Task ReadAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
                Note(line);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // Disposed of while something that the process had started still held it.
        }
    }
}
