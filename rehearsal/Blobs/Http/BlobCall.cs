namespace ReleaseInfra.Rehearsal.Blobs.Http;

/// <summary>A call that is served.</summary>
/// <param name="Name">As in <c>blobs.append</c>: the document and the faults name it so.</param>
/// <param name="OnBlob">Or on a container.</param>
/// <param name="Operation">The query's <c>comp</c>; null for none.</param>
internal sealed record BlobCall(string Name, string Method, bool OnBlob, string? Operation, Func<BlobRequest, Task<BlobAnswer>> AnswerAsync)
{
    /// <summary>Of a lease; null for every other call.</summary>
    public string? LeaseAction { get; init; }

    public string Template =>
        $"{Method} /{{container}}{(OnBlob ? "/{blob}" : "")}{(Operation is null ? "" : OnBlob ? $"?comp={Operation}" : $"?restype=container&comp={Operation}")}";

    public bool Fits(BlobRequest request) =>
        Method == request.Method
        && OnBlob == request.Blob.Length > 0
        && Operation == request.Query("comp")
        && (LeaseAction is null || LeaseAction == request.Header("x-ms-lease-action"));
}
