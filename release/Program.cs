using System.Runtime.InteropServices;
using System.Text;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Terminal;

using var interrupt = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 16 * 1024);
await using var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
var isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
var surroundings = new TerminalSurroundings(
    Console.In,
    output,
    error,
    InputIsTerminal: !Console.IsInputRedirected,
    OutputIsTerminal: !Console.IsOutputRedirected,
    ErrorIsTerminal: !Console.IsErrorRedirected,
    OutputSize: () => isDumb ? null : new TerminalSize(Console.WindowWidth, Console.WindowHeight),
    ColourWanted: !isDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

var application = new ReleaseApplication(
    new ProcessTerminal(surroundings, TimeProvider.System),
    TimeProvider.System,
    Environment.CurrentDirectory,
    (folder, engine) => Composition.Open(folder, engine, Machine(), TimeProvider.System));
return (int)await application.RunAsync(args, interrupt.Token);

// The first signal asks the work to end in good order; the second is left to end the process.
void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
}

static Machine Machine() => new(
    Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
    // In a workflow the account is the runner's; the person is whoever started it.
    Environment.GetEnvironmentVariable("GITHUB_ACTOR") is { Length: > 0 } actor ? actor : Environment.UserName,
    Environment.MachineName,
    Environment.ProcessId)
{
    Variable = name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null,
    PulumiBackend = Environment.GetEnvironmentVariable("PULUMI_BACKEND_URL"),
};
