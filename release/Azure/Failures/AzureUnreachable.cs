namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>No answer could be had, and nothing was changed.</summary>
internal sealed class AzureUnreachable(AzureCallName call, string reason, Exception? cause = null)
    : AzureFailure(call, $"Azure gave no answer to {call}: {reason}", cause);
