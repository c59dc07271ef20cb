using System.CommandLine;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Commands.Verbs;

/// <summary>What every verb is made with.</summary>
/// <param name="Open">The workspace that a command line is about.</param>
internal sealed record VerbContext(Func<ParseResult, Workbench> Open, Option<bool> Verbose, ITerminal Terminal, TimeProvider Clock);
