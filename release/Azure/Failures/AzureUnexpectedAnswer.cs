namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>Azure's answer lacks what its documentation promises, so nothing is known.</summary>
internal sealed class AzureUnexpectedAnswer(AzureCallName call, string reason, Exception? cause = null)
    : AzureFailure(call, $"Azure's answer to {call} cannot be understood: {reason}", cause);
