namespace ReleaseInfra.Cli.Azure.Failures;

internal static class AzureRemedy
{
    /// <summary>What to do next, in a sentence or two.</summary>
    public static string For(AzureFailure failure) => failure switch
    {
        AzureAccessDenied denied => denied.Remedy,
        AzureOutcomeUnknown => "Look at what Azure has before you repeat it: 'release drift STACK' shows it.",
        AzureUnreachable => "Nothing was changed. See whether this machine reaches Azure, and run the command again.",
        AzureOperationFailed => "Azure keeps what was there before; its activity log has the details.",
        AzureRefusal { IsNotFound: true } => "See whether stack and subscription are the right ones.",
        AzureRefusal { Status: 409 or 429 or >= 500 } => "Run the command again when Azure has finished what it is doing.",
        _ => $"Azure's support finds the call by its client request id {failure.Call.ClientRequestId}.",
    };
}
