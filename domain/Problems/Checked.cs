using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Problems;

/// <summary>Either a value that every rule holds for, or all problems at once; never something partly valid.</summary>
public abstract record Checked<T>
{
    private protected Checked()
    {
    }
}

public sealed record Valid<T>(T Value) : Checked<T>;

/// <param name="Problems">At least one; in the order of file, line, column, code.</param>
public sealed record Invalid<T>(ImmutableArray<Problem> Problems) : Checked<T>;
