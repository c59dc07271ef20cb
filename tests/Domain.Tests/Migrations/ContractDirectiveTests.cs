using ReleaseInfra.Domain.Migrations.Files;

namespace ReleaseInfra.Domain.Tests.Migrations;

public sealed class ContractDirectiveTests
{
    [Test]
    public void Contracts_AreReadFromTheHead()
    {
        var file = MigrationFile.Parse(
            "1.sql",
            "-- Drops what nobody uses.\n-- release: contract users.name, orders ; unused since v1.3.0\n--release:contract mood;unused since v2.0.0-rc.1\nDROP TABLE orders;");

        Assert.That(
            file.Contracts.Select(contract => $"{contract.Line} {contract.Target} {contract.UnusedSince}"),
            Is.EqualTo(new[] { "2 users.name v1.3.0", "2 orders v1.3.0", "3 mood v2.0.0-rc.1" }));
    }

    [TestCase("-- release: expand users", 1, "'expand users' is no directive. The only one is '-- release: contract TABLE.COLUMN; unused since v1.2.3'.")]
    [TestCase("-- release: contract users", 1, "'contract users' is no directive. The only one is '-- release: contract TABLE.COLUMN; unused since v1.2.3'.")]
    [TestCase("-- release: contract a; unused since 1.3", 1, "'1.3' is not an immutable version such as v1.2.3, v1.2.3-rc.1 or sha- and 40 hexadecimal digits.")]
    [TestCase(
        "-- release: contract a; unused since sha-0123456789abcdef0123456789abcdef01234567",
        1,
        "'sha-0123456789abcdef0123456789abcdef01234567' is a commit, and commits have no order. Name the first version that does without it.")]
    [TestCase("SELECT 1;\n-- release: contract a; unused since v1.3.0\nSELECT 2;", 2, "A directive stands at the head of the file, before the first statement. Move it there.")]
    public void Rejects_Directive(string text, int line, string message) => Assert.That(
        () => MigrationFile.Parse("1.sql", text),
        Throws.TypeOf<SqlTextException>().With.Message.EqualTo(message).And.Property(nameof(SqlTextException.Line)).EqualTo(line));
}
