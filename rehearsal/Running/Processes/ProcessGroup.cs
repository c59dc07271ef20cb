using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ReleaseInfra.Rehearsal.Running.Processes;

/// <summary>A process with all that it starts, where the system can hold them together.</summary>
/// <remarks>
/// In a session of its own Ctrl-C at the terminal does not reach it: whoever carries a release out ends in good order, and needs what
/// it runs until then. Without <c>setsid</c> (Windows, macOS) it is reached, and signals go to the process alone.
/// </remarks>
internal sealed class ProcessGroup(Process process)
{
    private const int Terminate = 15;
    private const int KillAtOnce = 9;

    private static readonly string? NewSession = new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists);

    private readonly int _id = process.Id;

    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments) => NewSession is null
        ? new ProcessStartInfo(program, arguments)
        : new ProcessStartInfo(NewSession, [program, .. arguments]);

    /// <summary>Asks it to end. Windows has no way to ask, but that its input ends.</summary>
    public void AskToEnd()
    {
        if (!OperatingSystem.IsWindows())
            _ = Signal(NewSession is null ? _id : -_id, Terminate);
    }

    /// <summary>Whatever is left of it.</summary>
    public void Kill()
    {
        if (NewSession is not null)
            _ = Signal(-_id, KillAtOnce);
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
