using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Cli.Migrations.Filling;

/// <summary>A column with the expressions that may make its values, one of which is in use.</summary>
internal sealed class MadeUpColumn(Column column, ImmutableArray<string> choices)
{
    private int _at;

    public Column Column => column;

    public ImmutableArray<string> Choices => choices;

    public string Choice => choices[_at];

    /// <returns>False where there is no other.</returns>
    public bool Next()
    {
        if (_at + 1 >= choices.Length)
            return false;
        _at++;
        return true;
    }
}
