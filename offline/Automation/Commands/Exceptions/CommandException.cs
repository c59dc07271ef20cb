using System.Text.RegularExpressions;

namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>The executable failed. What it said decides which exception it is.</summary>
public partial class CommandException : Exception
{
    private const string ServiceConflict = "[409] Conflict: Another update is currently in progress.";
    private const string OwnBackendConflict = "the stack is currently locked by";

    internal CommandException(string name, CommandResult result)
        : base(result.ToString()) => Name = name;

    public string Name { get; }

    internal static CommandException Of(CommandResult result) => result.StandardError switch
    {
        var error when NoStack().IsMatch(error) => new StackNotFoundException(result),
        var error when error.Contains(ServiceConflict, StringComparison.Ordinal) => new ConcurrentUpdateException(result),
        var error when error.Contains(OwnBackendConflict, StringComparison.Ordinal) => new ConcurrentUpdateException(result),
        _ => new CommandException(nameof(CommandException), result),
    };

    [GeneratedRegex("no stack named.*found", RegexOptions.CultureInvariant)]
    private static partial Regex NoStack();
}
