using System.Text.Json;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Cli.Migrations.Reports;

/// <summary>A check for machines; the shape is a contract, in docs/cli.md.</summary>
internal static class CheckJson
{
    public static void Write(MigrationCheck check, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("folder", check.Question.Set.Folder);
        writer.WriteString("layout", check.Question.Set.Layout == MigrationLayout.Prisma ? "prisma" : "plain");
        writer.WriteString("server", check.Server);
        writer.WriteNumber("version", check.Version);
        writer.WriteNumber("rows", check.Question.Rows);
        JsonOutput.WriteAll(writer, "window", check.Question.Window, (one, tag) => one.WriteStringValue(tag.Text));
        JsonOutput.WriteAll(writer, "before", check.Question.Set.Files[..check.Question.First], (one, file) => one.WriteStringValue(file.Name));
        JsonOutput.WriteAll(writer, "files", check.Files, Write);
        JsonOutput.WriteAll(writer, "notReached", check.NotReached, (one, name) => one.WriteStringValue(name));
        JsonOutput.WriteAll(writer, "unfilled", check.Unfilled, (one, fill) =>
        {
            one.WriteStartObject();
            one.WriteString("table", fill.Table);
            one.WriteNumber("rows", fill.Rows);
            one.WriteString("reason", fill.Reason);
            one.WriteEndObject();
        });
        JsonOutput.WriteAll(writer, "findings", [.. check.Findings], Write);
        WriteSummary(writer, check);
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, CheckedFile file)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file.Course.File.Name);
        JsonOutput.WriteAll(writer, "statements", file.Course.Effects, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StatementEffect effect)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statement", effect.Statement.Number);
        writer.WriteNumber("line", effect.Statement.Line);
        writer.WriteString("sql", StatementWords.Short(effect.Statement));
        writer.WriteNumber("milliseconds", Math.Round(effect.Took.TotalMilliseconds, 1));
        writer.WriteBoolean("inTransaction", effect.Transaction is not null);
        JsonOutput.WriteAll(writer, "tables", [.. effect.Tables.Where(table => table.Lock > LockMode.AccessShare || table.IsRewritten)], Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TableEffect table)
    {
        writer.WriteStartObject();
        writer.WriteString("table", table.Name);
        if (table.Rows is { } rows)
            writer.WriteNumber("rows", rows);
        else
            writer.WriteNull("rows");
        writer.WriteString("lock", table.Lock.Word());
        writer.WriteBoolean("rewritten", table.IsRewritten);
        writer.WriteBoolean("scanned", table.IsScanned);
        writer.WriteBoolean("emptied", table.IsEmptied);
        writer.WriteNumber("rowsChanged", table.RowsChanged);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Kind.Code);
        writer.WriteString("severity", finding.Kind.Severity.Word());
        writer.WriteString("breaks", finding.Kind.Breaks.Word());
        writer.WriteString("file", finding.Place.File);
        writer.WriteNumber("statement", finding.Place.Statement);
        writer.WriteNumber("line", finding.Place.Line);
        writer.WriteString("subject", finding.Subject.Name);
        writer.WriteString("table", finding.Subject.Table);
        writer.WriteString("column", finding.Subject.Column);
        writer.WriteString("why", finding.Why);
        writer.WriteString("way", finding.Way);
        writer.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter writer, MigrationCheck check)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("unsafe", check.Findings.Count(finding => finding.Kind.Severity == Severity.Unsafe));
        writer.WriteNumber("notices", check.Findings.Count(finding => finding.Kind.Severity == Severity.Notice));
        writer.WriteEndObject();
    }
}
