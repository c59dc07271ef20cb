namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>A call of Azure that did not give what was asked for. The message is a sentence without a remedy.</summary>
internal abstract class AzureFailure : Exception
{
    private protected AzureFailure(AzureCallName call, string message, Exception? cause = null)
        : base(message, cause) => Call = call;

    public AzureCallName Call { get; }
}
