namespace ReleaseInfra.Rehearsal.Blobs.Http;

internal sealed class BlobRefusedException(BlobAnswer answer) : Exception($"Answered with {answer.Status}.")
{
    public BlobAnswer Answer => answer;
}
