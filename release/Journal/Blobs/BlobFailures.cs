using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>What Azure says, as what a release's user can do about it.</summary>
internal static class BlobFailures
{
    private const string Role = "Storage Blob Data Contributor";

    public static async Task<T> TranslateAsync<T>(BlobContainer container, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AzureFailure failure)
        {
            throw ReleaseFailure.JournalsUnreachable(container.Address.ToString(), failure.Message, Remedy(failure), failure);
        }
    }

    public static async Task TranslateAsync(JournalBlob blob, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (AzureRefusal full) when (full.Is(BlobErrorCodes.TooManyBlocks))
        {
            throw ReleaseFailure.JournalFull(blob.Name, full);
        }
        catch (AzureFailure failure)
        {
            throw ReleaseFailure.JournalUnwritable(blob.Name, failure.Message, Remedy(failure), failure);
        }
    }

    private static string Remedy(AzureFailure failure) => failure switch
    {
        AzureRefusal { Code: BlobErrorCodes.ContainerMissing } =>
            "Make the container ('az storage container create --auth-mode login'), or correct journal.container.",
        AzureRefusal { Code: BlobErrorCodes.WrongKind } => "A blob of another kind stands there: move it elsewhere.",
        AzureRefusal { Code: BlobErrorCodes.Immutable } =>
            "The container keeps what is written, and a journal's head is replaced with each line: take a container without such a policy.",
        AzureAccessDenied { ForbiddenBy: "AuthorizationFailure" } =>
            "The account's firewall does not let this machine in: run the command from a network that it allows, or allow this one.",
        AzureAccessDenied { ForbiddenBy: not null } => $"Ask for the role {Role} on the container; a new role takes some minutes to be known everywhere.",
        AzureRefusal { Status: 409 or 412 or 503 } => "Run the command again: somebody else is at work there, or the account is busy.",
        AzureOutcomeUnknown => "Run 'release resume': it looks what stands before it goes on.",
        _ => AzureRemedy.For(failure),
    };
}
