namespace ReleaseInfra.Rehearsal.Load;

public abstract record LoadEnding
{
    private protected LoadEnding()
    {
    }

    /// <summary>A whole answer, by a version.</summary>
    public sealed record Answered(int Status) : LoadEnding
    {
        public bool IsFailure => Status >= 500;
    }

    /// <summary>No whole answer, or one that the ingress itself had to make.</summary>
    public sealed record Lost(string Why) : LoadEnding;
}
