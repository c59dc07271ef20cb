namespace ReleaseInfra.Cli.Azure.Failures;

/// <summary>Nobody is logged in, or whoever is may not do this.</summary>
internal sealed class AzureAccessDenied : AzureFailure
{
    private AzureAccessDenied(AzureCallName call, string message, string remedy, Exception? cause = null)
        : base(call, message, cause) => Remedy = remedy;

    public string Remedy { get; }

    /// <summary>Of a login that is known and may not; null where Azure does not know who calls.</summary>
    public string? ForbiddenBy { get; private init; }

    public static AzureAccessDenied NoCredential(AzureCallName call, Exception cause) => new(
        call,
        $"There is no login to call Azure with ({call}): {FirstLine(cause.Message)}",
        "Run 'az login', or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE in a pipeline.",
        cause);

    public static AzureAccessDenied NotAccepted(AzureCallName call, string code, string reason) => new(
        call,
        $"Azure did not accept the login for {call}: 401 {code}: {reason}",
        "Run 'az login' again, in the tenant that the subscription belongs to.");

    public static AzureAccessDenied Forbidden(AzureCallName call, string code, string reason) => new(
        call,
        $"Azure does not allow {call}: 403 {code}: {reason}",
        $"Ask for the role {NeededRole.For(call)} on the resource group; a new role takes some minutes to be known everywhere.")
    {
        ForbiddenBy = code,
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
