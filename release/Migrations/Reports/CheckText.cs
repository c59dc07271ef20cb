using System.Globalization;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Migrations.Effects;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Cli.Migrations.Reports;

/// <summary>A check for people: each file with its statements, what they did, and what is wrong with them.</summary>
internal static class CheckText
{
    public static void Write(MigrationCheck check, StyledWriter writer)
    {
        var question = check.Question;
        writer.WriteLine(Style.Heading, $"Migrations in {question.Set.Folder}");
        writer.WriteLine(Style.Muted, $"{StatementWords.Manner(question.Set.Layout)}");
        writer.WriteLine(Style.Muted, FormattableString.Invariant(
            $"tried on PostgreSQL {check.Version} ({check.Server}), with {question.Rows:N0} rows in every table; {Before(question)}; {Window(question)}"));
        writer.WriteLine();
        foreach (var file in check.Files)
            Write(file, writer);
        foreach (var name in check.NotReached)
            writer.WriteLine(Style.Muted, $"Not reached: {name}");
        foreach (var fill in check.Unfilled)
            writer.WriteLine(Style.Muted, $"Not filled: {fill.Table} has {fill.Rows} rows: {StyledText.OneLine(fill.Reason!)}");
        if (check.NotReached is not [] || check.Unfilled is not [])
            writer.WriteLine();
        writer.WriteLine(check.IsSafe ? Style.Heading : Style.Problem, StatementWords.Counted(check));
    }

    private static string Before(MigrationQuestion question) => question.First switch
    {
        0 => "from an empty database on",
        1 => $"after {question.Set.Files[0].Name}",
        var count => $"after the {count} files up to {question.Set.Files[count - 1].Name}",
    };

    private static string Window(MigrationQuestion question) =>
        question.Window is [] ? "no rollback window given" : $"rollback window {string.Join(", ", question.Window)}";

    private static void Write(CheckedFile file, StyledWriter writer)
    {
        writer.WriteLine(Style.Heading, file.Course.File.Name);
        foreach (var effect in file.Course.Effects)
        {
            Write(effect, writer);
            foreach (var finding in file.Findings.Where(finding => finding.Place.Statement == effect.Statement.Number))
                Write(finding, writer);
        }

        var told = file.Course.Effects.Select(effect => effect.Statement.Number).ToHashSet();
        foreach (var finding in file.Findings.Where(finding => !told.Contains(finding.Place.Statement)))
            Write(finding, writer);
        writer.WriteLine();
    }

    private static void Write(StatementEffect effect, StyledWriter writer)
    {
        writer.Write($"  {effect.Statement.Line,3}  {StatementWords.Short(effect.Statement)}");
        writer.WriteLine(Style.Muted, string.Create(CultureInfo.InvariantCulture, $"  {effect.Took.TotalMilliseconds:0} ms"));
        foreach (var deed in StatementWords.Effects(effect))
            writer.WriteLine(Style.Muted, $"       {deed}");
    }

    private static void Write(Finding finding, StyledWriter writer)
    {
        var isUnsafe = finding.Kind.Severity == Severity.Unsafe;
        writer.Write("       ");
        writer.Write(isUnsafe ? Style.Problem : Style.Changed, finding.Kind.Severity.Word());
        writer.WriteLine($"  {finding.Kind.Code}  {finding.Subject.Name}  (line {finding.Place.Line}; breaks: {finding.Kind.Breaks.Word()})");
        writer.WriteLine($"         {StyledText.OneLine(finding.Why)}");
        writer.WriteLine(Style.Muted, $"         to do: {StyledText.OneLine(finding.Way)}");
    }
}
