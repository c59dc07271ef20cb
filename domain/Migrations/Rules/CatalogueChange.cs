using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Domain.Migrations.Rules;

internal sealed record CatalogueChange(Catalogue Before, Catalogue After)
{
    /// <summary>Whether it was certain, before, that no row has NULL there: then whoever writes gives the column a value already.</summary>
    public bool WasKnownGiven(string table, string column) => Before.Constraints.Any(constraint =>
        constraint is { Kind: ConstraintKind.Check, IsValidated: true, Columns: [var only] }
        && constraint.Table == table
        && only == column
        && constraint.Definition.EndsWith("IS NOT NULL))", StringComparison.Ordinal));
}
