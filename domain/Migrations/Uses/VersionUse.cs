namespace ReleaseInfra.Domain.Migrations.Uses;

/// <summary>A statement that a version of the application could send, by the schema that it was written for.</summary>
/// <param name="What">As in <c>INSERT of every column</c>.</param>
/// <param name="IsCertain">
/// Whether any version might send it; leaving out all that may be left out is a guess at what a version does.
/// </param>
public sealed record VersionUse(string Table, string What, string Sql, bool IsCertain);

/// <summary>A statement that worked before a migration, and is refused after it.</summary>
/// <param name="Code">PostgreSQL's own, five characters.</param>
public sealed record RefusedUse(VersionUse Use, string Code, string Message)
{
    // unique_violation, check_violation, foreign_key_violation, exclusion_violation: all of what the row holds.
    private static readonly string[] OfValues = ["23505", "23514", "23503", "23P01"];

    /// <summary>Whether any version would meet it: what a constraint says of made-up values is nothing about those that a version writes.</summary>
    public bool IsCertain => Use.IsCertain && !OfValues.Contains(Code);

    /// <summary>As in <c>INSERT of every column: column "name" does not exist</c>.</summary>
    public string Text => $"{Use.What}: {Message}";
}
