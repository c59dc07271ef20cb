using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Files;

/// <param name="Name">Relative to the folder of migrations, with forward slashes.</param>
public sealed record MigrationFile(string Name, ImmutableArray<SqlStatement> Statements, ImmutableArray<ContractDirective> Contracts)
{
    /// <exception cref="SqlTextException">The text cannot be read as statements, or has a directive that is none.</exception>
    public static MigrationFile Parse(string name, string text)
    {
        var statements = StatementSplitter.Split(text);
        return new MigrationFile(name, statements, DirectiveReader.Read(text, statements is [var first, ..] ? first.Line : null));
    }
}
