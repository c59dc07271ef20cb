using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Domain.Tests.Migrations;

public sealed class StatementSplitterTests
{
    [TestCase("SELECT 1; SELECT 2", "SELECT 1|SELECT 2")]
    [TestCase("SELECT 1;;\n;", "SELECT 1")]
    [TestCase("-- only a comment; really\n/* and ; another */", "")]
    [TestCase("SELECT ';' ; SELECT 'it''s; so'", "SELECT ';'|SELECT 'it''s; so'")]
    [TestCase(@"SELECT E'a\';b'; SELECT 2", @"SELECT E'a\';b'|SELECT 2")]
    [TestCase(@"SELECT 'a\'; SELECT 2", @"SELECT 'a\'|SELECT 2")]
    [TestCase("SELECT \"a;\"\"b\"; SELECT 2", "SELECT \"a;\"\"b\"|SELECT 2")]
    [TestCase("SELECT 1 /* a /* nested; */ comment; */ + 1; SELECT 2", "SELECT 1 /* a /* nested; */ comment; */ + 1|SELECT 2")]
    [TestCase("DO $$ BEGIN a; END $$; SELECT 2", "DO $$ BEGIN a; END $$|SELECT 2")]
    [TestCase("DO $x$ SELECT $$;$$; $x$; SELECT 2", "DO $x$ SELECT $$;$$; $x$|SELECT 2")]
    [TestCase("SELECT a$b$ FROM t; SELECT $1; SELECT 3", "SELECT a$b$ FROM t|SELECT $1|SELECT 3")]
    [TestCase("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3", "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)|SELECT 3")]
    [TestCase(
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END|SELECT 3")]
    [TestCase("BEGIN; SELECT 1; END; SELECT 2", "BEGIN|SELECT 1|END|SELECT 2")]
    public void Split_EndsStatementsWherePostgresDoes(string text, string expected) =>
        Assert.That(string.Join('|', StatementSplitter.Split(text).Select(statement => statement.Text)), Is.EqualTo(expected));

    [Test]
    public void Split_CountsLinesFromTheFirstWord()
    {
        var statements = StatementSplitter.Split("-- head\n\nSELECT 1;\n\n-- about the second\n  SELECT\n  2;\n");

        Assert.That(statements.Select(statement => (statement.Number, statement.Line)), Is.EqualTo(new[] { (1, 3), (2, 6) }));
    }

    [TestCase("begin", TransactionControl.Begin)]
    [TestCase("START TRANSACTION ISOLATION LEVEL SERIALIZABLE", TransactionControl.Begin)]
    [TestCase("COMMIT", TransactionControl.End)]
    [TestCase("end work", TransactionControl.End)]
    [TestCase("ROLLBACK", TransactionControl.End)]
    [TestCase("ROLLBACK TO SAVEPOINT a", TransactionControl.None)]
    [TestCase("SAVEPOINT a", TransactionControl.None)]
    [TestCase("SELECT 'BEGIN'", TransactionControl.None)]
    public void Control_IsOfTheStatementItself(string text, TransactionControl expected) =>
        Assert.That(StatementSplitter.Split(text).Single().Control, Is.EqualTo(expected));

    [TestCase("SELECT 1;\nSELECT 'a", 2, "A quote begins here and never ends.")]
    [TestCase("SELECT 1 /* /* */", 1, "A comment begins here and never ends.")]
    [TestCase("\nDO $a$ BEGIN END $b$", 2, "The quote that $a$ opens begins here and never ends.")]
    [TestCase("COPY t FROM stdin;", 1, "COPY takes rows from beside the file, and a migration has nothing beside it. Write the rows as INSERT.")]
    [TestCase("SELECT 1;\n\\i other.sql\n", 2, @"'\i other.sql' is a command of psql and no SQL. Write what it does as SQL.")]
    public void Rejects_WhatIsNoSql(string text, int line, string message) => Assert.That(
        () => StatementSplitter.Split(text),
        Throws.TypeOf<SqlTextException>().With.Message.EqualTo(message).And.Property(nameof(SqlTextException.Line)).EqualTo(line));
}
