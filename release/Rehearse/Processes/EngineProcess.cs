using System.Diagnostics;
using System.Text;

namespace ReleaseInfra.Cli.Rehearse.Processes;

/// <summary>A <c>release</c> command in a process of its own, whose output is heard line by line.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    /// <summary>Of what it complains of; the rest is left out.</summary>
    private const int LongestComplaint = 16 * 1024;

    private readonly Process _process;
    private readonly CancellationTokenSource _gone = new();
    private readonly StringBuilder _complaints = new();
    private readonly Task _complaining;

    private EngineProcess(Process process)
    {
        _process = process;
        _complaining = ComplainAsync();
    }

    /// <summary>What it wrote on its error stream. All of it only once it has ended.</summary>
    public string Complaints
    {
        get
        {
            lock (_complaints)
                return _complaints.ToString().Trim();
        }
    }

    public static EngineProcess Start(string folder, IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments)
    {
        var start = OwnProgram.Start(folder, arguments);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new EngineProcess(Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' was not started."));
    }

    /// <summary>To its end, or until it was killed.</summary>
    /// <returns>Null where it was killed.</returns>
    public async Task<ExitCode?> HearAsync(Func<string, Task> hear, CancellationToken cancellation)
    {
        await using var interrupting = cancellation.Register(Interrupt);
        // To its last line also after an interruption: how it ends is said there.
        while (await _process.StandardOutput.ReadLineAsync(_gone.Token) is { } line)
            await hear(line);
        await _process.WaitForExitAsync(_gone.Token);
        await _complaining;
        return WasKilled ? null : (ExitCode)_process.ExitCode;
    }

    public bool WasKilled { get; private set; }

    /// <summary>Without a word to it: SIGKILL.</summary>
    public void Kill()
    {
        WasKilled = true;
        _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _gone.CancelAsync();
        await _complaining.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gone.Dispose();
        _process.Dispose();
    }

    /// <summary>Asks it to end in good order: by its input, since a terminal's Ctrl-C reaches it as well, and a second one would kill it.</summary>
    private void Interrupt() => _process.StandardInput.Close();

    private async Task ComplainAsync()
    {
        while (await _process.StandardError.ReadLineAsync(_gone.Token) is { } line)
        {
            lock (_complaints)
            {
                if (_complaints.Length < LongestComplaint)
                    _complaints.AppendLine(line);
            }
        }
    }
}
