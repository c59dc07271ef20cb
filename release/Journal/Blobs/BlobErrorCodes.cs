using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Journal.Blobs;

/// <summary>Storage's codes, as far as a journal goes on differently after them.</summary>
internal static class BlobErrorCodes
{
    public const string BlobExists = "BlobAlreadyExists";
    public const string BlobMissing = "BlobNotFound";
    public const string ContainerMissing = "ContainerNotFound";
    public const string LeaseTaken = "LeaseAlreadyPresent";
    public const string NoLeaseToBreak = "LeaseNotPresentWithLeaseOperation";
    public const string TooManyBlocks = "BlockCountExceedsLimit";
    public const string WrongKind = "InvalidBlobType";
    public const string Immutable = "BlobImmutableDueToPolicy";

    private const int PreconditionFailed = 412;

    /// <summary>A write's condition does not hold; it had no effect.</summary>
    public static bool IsCondition(AzureFailure failure) => failure is AzureRefusal { Status: PreconditionFailed };

    /// <summary>The condition that does not hold is the lease.</summary>
    public static bool IsLeaseLost(AzureFailure failure) => failure is AzureRefusal
    {
        Status: PreconditionFailed,
        Code: "LeaseLost" or "LeaseIdMismatchWithBlobOperation" or "LeaseNotPresentWithBlobOperation" or "LeaseIdMissing",
    };

    public static bool Is(this AzureFailure failure, string code) => failure is AzureRefusal refusal && refusal.Code == code;
}
