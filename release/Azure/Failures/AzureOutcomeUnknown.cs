namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>The call may have taken effect, or may yet: only looking at the resource tells.</summary>
internal sealed class AzureOutcomeUnknown(AzureCallName call, string reason, Exception? cause = null)
    : AzureFailure(call, $"Nobody knows whether {call} took effect: {reason}", cause);
