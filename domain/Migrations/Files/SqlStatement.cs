namespace ReleaseInfra.Domain.Migrations.Files;

/// <param name="Number">From 1, in its file.</param>
/// <param name="Line">From 1: where its first word stands, after the comments before it.</param>
/// <param name="Text">Without the semicolon.</param>
/// <param name="Words">Its first words outside quotes, in capitals; enough of them to tell what kind it is.</param>
public sealed record SqlStatement(int Number, int Line, string Text, string Words)
{
    public TransactionControl Control => Words.Split(' ') switch
    {
        ["BEGIN", ..] or ["START", "TRANSACTION", ..] => TransactionControl.Begin,
        ["COMMIT", ..] or ["END", ..] => TransactionControl.End,
        ["ROLLBACK" or "ABORT", .. var rest] when !rest.Contains("TO") => TransactionControl.End,
        _ => TransactionControl.None,
    };
}

/// <summary>Whether a statement opens or ends a transaction by itself.</summary>
public enum TransactionControl
{
    None,
    Begin,
    End,
}
