using System.Text;
using ReleaseInfra.Cli.Migrations.Checking;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Cli.Migrations.Reports;

/// <summary>A check as a section of a comment on a pull request.</summary>
internal static class CheckMarkdown
{
    /// <summary>Characters; a comment has other sections too.</summary>
    private const int Longest = 30_000;

    public static void Write(MigrationCheck check, TextWriter output)
    {
        var text = new StringBuilder(FormattableString.Invariant(
            $"**Migrations in {check.Question.Set.Folder}**: {StatementWords.Counted(check)} Tried on PostgreSQL {check.Version} with {check.Question.Rows:N0} rows in every table.\n"));
        var findings = check.Findings.OrderByDescending(finding => finding.Kind.Severity).ToList();
        for (var index = 0; index < findings.Count; index++)
        {
            var line = Line(findings[index]);
            if (text.Length + line.Length > Longest)
            {
                text.Append($"\nCut here: there are {findings.Count - index} more findings.\n");
                break;
            }

            text.Append(line);
        }

        foreach (var name in check.NotReached)
            text.Append($"\n> Not reached: `{name}`\n");
        foreach (var fill in check.Unfilled)
            text.Append($"\n> Not filled: `{fill.Table}`: {StyledText.OneLine(fill.Reason!)}\n");
        output.Write(text.ToString());
    }

    private static string Line(Finding finding) =>
        $"\n- **{finding.Kind.Severity.Word()}** `{finding.Kind.Code}`, `{finding.Place.File}:{finding.Place.Line}`, breaks {finding.Kind.Breaks.Word()}: "
        + $"{StyledText.OneLine(finding.Why)}\n  {StyledText.OneLine(finding.Way)}\n";
}
