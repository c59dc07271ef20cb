namespace ReleaseInfra.Domain.Proofs;

/// <summary>What looking brought. Not to know whether something is there is neither that it is nor that it is not.</summary>
public abstract record Fact<T>
{
    private protected Fact()
    {
    }
}

public sealed record Known<T>(T Value) : Fact<T>;

/// <summary>It was looked for, and there is none.</summary>
public sealed record Absent<T> : Fact<T>;

/// <param name="Why">A sentence without its full stop.</param>
public sealed record NotKnown<T>(string Why) : Fact<T>;
