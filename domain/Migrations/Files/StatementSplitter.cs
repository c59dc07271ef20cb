using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Migrations.Files;

/// <summary>Cuts a file of SQL into its statements, at the semicolons at which PostgreSQL would.</summary>
public static class StatementSplitter
{
    private const int KeptWords = 12;

    /// <exception cref="SqlTextException">A quote never ends, or a statement is one that only psql understands.</exception>
    public static ImmutableArray<SqlStatement> Split(string text)
    {
        var scanner = new SqlScanner(text);
        var statements = ImmutableArray.CreateBuilder<SqlStatement>();
        var open = new OpenStatement();
        while (!scanner.IsAtEnd)
        {
            var piece = scanner.Next();
            if (piece is { Kind: SqlPieceKind.Sign, Text: ";" } && open.MayEnd)
                Close(piece.At);
            else if (piece.Kind != SqlPieceKind.Space)
                open.Add(piece);
        }

        Close(text.Length);
        return statements.ToImmutable();

        void Close(int end)
        {
            if (open.Start is { } start)
            {
                var statement = new SqlStatement(
                    statements.Count + 1, scanner.LineOf(start), text[start..end].TrimEnd(), string.Join(' ', open.Words.Take(KeptWords)));
                statements.Add(Acceptable(statement));
            }

            open = new OpenStatement();
        }
    }

    private static SqlStatement Acceptable(SqlStatement statement)
    {
        if (statement.Text[0] == '\\')
        {
            throw new SqlTextException(
                statement.Line, $"'{statement.Text.Split('\n')[0]}' is a command of psql and no SQL. Write what it does as SQL.");
        }

        if (statement.Words.Split(' ')[0] == "COPY")
        {
            throw new SqlTextException(
                statement.Line, "COPY takes rows from beside the file, and a migration has nothing beside it. Write the rows as INSERT.");
        }

        return statement;
    }

    /// <summary>What is known of the statement that is being read.</summary>
    private sealed class OpenStatement
    {
        private readonly List<string> _words = [];
        private int _parentheses;
        private int _blocks;

        public int? Start { get; private set; }

        public IReadOnlyList<string> Words => _words;

        // Rules have statements in parentheses, and routines whose body is SQL have them between BEGIN ATOMIC and END.
        public bool MayEnd => _parentheses <= 0 && _blocks == 0;

        private bool IsRoutine => _words is ["CREATE", "FUNCTION" or "PROCEDURE", ..] or ["CREATE", "OR", "REPLACE", "FUNCTION" or "PROCEDURE", ..];

        public void Add(SqlPiece piece)
        {
            Start ??= piece.At;
            if (piece.Kind == SqlPieceKind.Word)
                AddWord(piece.Text.ToUpperInvariant());
            else if (piece is { Kind: SqlPieceKind.Sign, Text: "(" })
                _parentheses++;
            else if (piece is { Kind: SqlPieceKind.Sign, Text: ")" })
                _parentheses--;
        }

        private void AddWord(string word)
        {
            if (word == "ATOMIC" && _words is [.., "BEGIN"] && IsRoutine)
                _blocks = 1;
            else if (_blocks > 0 && word is "CASE")
                _blocks++;
            else if (_blocks > 0 && word is "END")
                _blocks--;
            _words.Add(word);
        }
    }
}
