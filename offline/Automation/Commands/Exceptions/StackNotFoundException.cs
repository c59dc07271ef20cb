namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>The backend has no such stack.</summary>
public sealed class StackNotFoundException : CommandException
{
    internal StackNotFoundException(CommandResult result)
        : base(nameof(StackNotFoundException), result)
    {
    }
}
