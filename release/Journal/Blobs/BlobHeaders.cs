namespace ReleaseInfra.Cli.Journal.Blobs;

internal static class BlobHeaders
{
    public const string Version = "x-ms-version";
    public const string Date = "x-ms-date";
    public const string BlobType = "x-ms-blob-type";
    public const string AppendPosition = "x-ms-blob-condition-appendpos";
    public const string LeaseAction = "x-ms-lease-action";
    public const string LeaseBreakPeriod = "x-ms-lease-break-period";
    public const string LeaseDuration = "x-ms-lease-duration";
    public const string LeaseId = "x-ms-lease-id";
    public const string ProposedLeaseId = "x-ms-proposed-lease-id";
    public const string MetadataPrefix = "x-ms-meta-";
    public const string ETag = "ETag";
    public const string IfMatch = "If-Match";
    public const string IfNoneMatch = "If-None-Match";
}
