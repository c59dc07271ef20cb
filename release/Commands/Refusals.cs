using System.Collections.Immutable;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Commands;

internal static class Refusals
{
    /// <summary>Says on the error stream why the configuration cannot be taken.</summary>
    public static ExitCode Refuse(this ITerminal terminal, string stack, ImmutableArray<Problem> problems)
    {
        ValidationText.Write(new ValidationView([stack], problems), new StyledWriter(terminal.Error, terminal.ErrorColour));
        return ExitCode.Configuration;
    }
}
