using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>A finding before it is known which statement made it.</summary>
internal sealed record Breach(FindingKind Kind, FindingSubject Subject, string Why, string Way)
{
    /// <summary>Two with the same are one, told at two moments.</summary>
    public (string Code, string Subject) Key => (Kind.Code, Subject.Name);

    public Finding At(FindingPlace place) => new(Kind, place, Subject, Why, Way);
}
