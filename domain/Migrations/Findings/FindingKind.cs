namespace ReleaseInfra.Domain.Migrations.Findings;

/// <param name="Code">Stable; <c>docs/migrations.md</c> lists every one.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record FindingKind(string Code, Severity Severity, Breakage Breaks, string Meaning)
{
    /// <summary>Whether a contract may excuse it: only what versions that are gone would have missed.</summary>
    public bool IsContract => Severity == Severity.Unsafe && Breaks == Breakage.OldVersion;
}

public enum Severity
{
    /// <summary>Worth knowing; the migration passes.</summary>
    Notice,

    Unsafe,
}

/// <summary>Who suffers.</summary>
public enum Breakage
{
    /// <summary>The version that runs already, as soon as the migration is done.</summary>
    OldVersion,

    /// <summary>Every version, while the migration runs.</summary>
    EveryVersion,

    /// <summary>The migration itself.</summary>
    Migration,
}

public static class FindingWords
{
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Notice => "notice",
        Severity.Unsafe => "unsafe",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "There is no such severity."),
    };

    public static string Word(this Breakage breakage) => breakage switch
    {
        Breakage.OldVersion => "old version",
        Breakage.EveryVersion => "every version",
        Breakage.Migration => "migration",
        _ => throw new ArgumentOutOfRangeException(nameof(breakage), breakage, "Nobody is broken so."),
    };
}
