namespace ReleaseInfra.Domain.Migrations.Files;

/// <summary>Goes through SQL a piece at a time, as PostgreSQL's own lexer cuts it; what is quoted or commented out is one piece.</summary>
internal sealed class SqlScanner(string text)
{
    public int At { get; private set; }

    public bool IsAtEnd => At >= text.Length;

    /// <exception cref="SqlTextException">A quote or a comment never ends.</exception>
    public SqlPiece Next()
    {
        var start = At;
        var character = text[At];
        if (char.IsWhiteSpace(character))
            return Taken(start, start + 1, SqlPieceKind.Space);
        if (Follows("--"))
            return Taken(start, EndOfLine(), SqlPieceKind.Space);
        if (Follows("/*"))
            return Taken(start, EndOfComment(), SqlPieceKind.Space);
        if (character == '\'')
            return Taken(start, EndOfQuote('\'', start + 1, hasEscapes: false), SqlPieceKind.Quoted);
        if (character == '"')
            return Taken(start, EndOfQuote('"', start + 1, hasEscapes: false), SqlPieceKind.Quoted);
        if (character is 'e' or 'E' && Peek(1) == '\'')
            return Taken(start, EndOfQuote('\'', start + 2, hasEscapes: true), SqlPieceKind.Quoted);
        if (character == '$' && DollarTag() is { } tag)
            return Taken(start, EndOfDollarQuote(tag), SqlPieceKind.Quoted);
        return IsWordStart(character) || char.IsAsciiDigit(character)
            ? Taken(start, EndOfWord(), SqlPieceKind.Word)
            : Taken(start, start + 1, SqlPieceKind.Sign);
    }

    private SqlPiece Taken(int start, int end, SqlPieceKind kind)
    {
        At = end;
        return new SqlPiece(kind, start, text[start..end]);
    }

    private char Peek(int ahead) => At + ahead < text.Length ? text[At + ahead] : '\0';

    private bool Follows(string sign) => text.AsSpan(At).StartsWith(sign, StringComparison.Ordinal);

    private int EndOfLine() => text.IndexOf('\n', At) is var end and >= 0 ? end : text.Length;

    // Comments nest in PostgreSQL, unlike in C.
    private int EndOfComment()
    {
        var depth = 0;
        for (var at = At; at + 1 < text.Length; at++)
        {
            var pair = text.AsSpan(at, 2);
            depth += pair is "/*" ? 1 : pair is "*/" ? -1 : 0;
            if (pair is not ("/*" or "*/"))
                continue;
            at++;
            if (depth == 0)
                return at + 1;
        }

        throw Unended("A comment");
    }

    private int EndOfQuote(char quote, int from, bool hasEscapes)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (hasEscapes && text[at] == '\\')
                at++;
            else if (text[at] == quote && at + 1 < text.Length && text[at + 1] == quote)
                at++;
            else if (text[at] == quote)
                return at + 1;
        }

        throw Unended("A quote");
    }

    /// <summary>With both dollar signs; null where the sign opens no quote, as in <c>$1</c>.</summary>
    private string? DollarTag()
    {
        var end = At + 1;
        while (end < text.Length && (IsWordStart(text[end]) || (end > At + 1 && char.IsAsciiDigit(text[end]))))
            end++;
        return end < text.Length && text[end] == '$' ? text[At..(end + 1)] : null;
    }

    private int EndOfDollarQuote(string tag) =>
        text.IndexOf(tag, At + tag.Length, StringComparison.Ordinal) is var end and >= 0
            ? end + tag.Length
            : throw Unended($"The quote that {tag} opens");

    // A dollar sign inside a word belongs to it, and opens nothing.
    private int EndOfWord()
    {
        var end = At;
        while (end < text.Length && (IsWordStart(text[end]) || char.IsAsciiDigit(text[end]) || text[end] == '$'))
            end++;
        return end;
    }

    private static bool IsWordStart(char character) => character == '_' || char.IsLetter(character);

    private SqlTextException Unended(string what) => new(LineOf(At), $"{what} begins here and never ends.");

    /// <summary>From 1.</summary>
    public int LineOf(int at) => text.AsSpan(0, at).Count('\n') + 1;
}

internal enum SqlPieceKind
{
    /// <summary>White space or a comment.</summary>
    Space,

    Word,
    Quoted,
    Sign,
}

/// <param name="At">Where it begins, from 0.</param>
internal readonly record struct SqlPiece(SqlPieceKind Kind, int At, string Text);
