namespace Pulumi.Automation.Exceptions;

public sealed class NoSummaryEventException : MissingExpectedEventException
{
    internal NoSummaryEventException(string message)
        : base(nameof(NoSummaryEventException), message)
    {
    }
}
