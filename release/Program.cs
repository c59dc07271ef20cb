using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Rehearse.Inside;
using ReleaseInfra.Cli.Rehearse.Processes;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Rehearsal.Sample;

// Before anything else: many of them start at once, and Ctrl-C is not theirs.
if (args is [OwnProgram.SampleApp])
{
    var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    await SampleApp.RunAsync(variables, Console.OpenStandardInput(), TimeProvider.System, CancellationToken.None);
    return (int)ExitCode.Done;
}

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

try
{
    // The engine of a rehearsal is this same program, in a process that may be killed.
    using var seat = RehearsalSeat.Find(Variable(RehearsalDoor.Variable));
    var clock = seat?.Clock ?? TimeProvider.System;
    if (seat is not null)
        RehearsalSeat.LeaveWith(Console.OpenStandardInput(), interrupt);
    var application = new ReleaseApplication(
        new ProcessTerminal(surroundings, clock),
        clock,
        Environment.CurrentDirectory,
        (folder, engine) => seat is null ? Composition.Open(folder, engine, Machine(), clock) : Composition.OpenInside(folder, Machine(), seat));
    return (int)await application.RunAsync(args, interrupt.Token);
}
catch (ReleaseFailure failure)
{
    await error.WriteLineAsync(failure.Message);
    return (int)failure.Code;
}

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
    Variable = Variable,
    PulumiBackend = Environment.GetEnvironmentVariable("PULUMI_BACKEND_URL"),
};

static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
