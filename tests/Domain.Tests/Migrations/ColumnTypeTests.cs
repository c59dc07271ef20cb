using System.Collections.Immutable;
using ReleaseInfra.Domain.Migrations;
using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Domain.Tests.Migrations;

public sealed class ColumnTypeTests
{
    private const string Fine = "";
    private const string Narrowed = "type-narrowed";
    private const string Changed = "type-changed";

    [TestCase("character varying(50)", "character varying(100)", Fine)]
    [TestCase("character varying(50)", "character varying", Fine)]
    [TestCase("character varying(50)", "text", Fine)]
    [TestCase("text", "character varying", Fine)]
    [TestCase("text", "character varying(9)", Narrowed)]
    [TestCase("character varying(50)", "character varying(20)", Narrowed)]
    [TestCase("smallint", "bigint", Fine)]
    [TestCase("integer", "numeric", Fine)]
    [TestCase("integer", "numeric(10,2)", Changed)]
    [TestCase("bigint", "integer", Narrowed)]
    [TestCase("real", "double precision", Fine)]
    [TestCase("double precision", "real", Narrowed)]
    [TestCase("numeric(10,2)", "numeric(12,2)", Fine)]
    [TestCase("numeric(10,2)", "numeric(12,4)", Fine)]
    [TestCase("numeric(10,2)", "numeric(8,2)", Narrowed)]
    [TestCase("numeric(10,2)", "numeric(10,4)", Changed)]
    [TestCase("timestamp without time zone", "timestamp with time zone", Changed)]
    [TestCase("timestamp(3) without time zone", "timestamp(6) without time zone", Fine)]
    [TestCase("integer[]", "bigint[]", Fine)]
    [TestCase("integer", "integer[]", Changed)]
    [TestCase("integer", "uuid", Changed)]
    public void Judge_ChangedType(string was, string now, string expected)
    {
        var (before, after) = (WithColumn(was), WithColumn(now));
        var statement = new SqlStatement(1, 1, "ALTER", "ALTER");
        var course = new FileCourse(
            new MigrationFile("1.sql", [statement], []), before, [new StatementEffect(statement, TimeSpan.Zero, 1, false, after, [])], null);

        Assert.That(string.Join(' ', MigrationJudge.Judge(course, []).Select(finding => finding.Kind.Code)), Is.EqualTo(expected));
    }

    private static Catalogue WithColumn(string type) => new()
    {
        Relations =
        [
            new Relation(1, "t", RelationKind.Table, IsWritable: true, HasRowSecurity: false, ImmutableArray.Create(new Column(1, "c", type, false, null, ColumnSource.Writer))),
        ],
    };
}
