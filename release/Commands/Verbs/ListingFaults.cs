using System.CommandLine;
using System.CommandLine.Invocation;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands.Verbs;

/// <summary>Explains the faults, whatever else the command line lacks: as help does.</summary>
internal sealed class ListingFaults(ITerminal terminal) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        FaultList.Write(new StyledWriter(terminal.Output, terminal.OutputColour));
        return (int)ExitCode.Done;
    }
}
