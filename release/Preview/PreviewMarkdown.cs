using System.Collections.Immutable;
using System.Text;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Preview;

/// <summary>A preview as a comment on a pull request.</summary>
internal static class PreviewMarkdown
{
    /// <summary>Characters of a comment that GitHub takes.</summary>
    public const int Longest = 65_536;

    /// <summary>Kept free for the line that says what was cut, and its line ends.</summary>
    private const int RoomForNotice = 300;

    private const string MustNotApply = "It must not be applied:";

    public static void Write(PreviewView view, TextWriter output)
    {
        var text = new StringBuilder();
        text.Append($"**Preview of {view.Stack}**: {view.AzureCounts.Text()} (engine {view.Engine}, SDK {view.Sdk})\n");
        foreach (var note in view.Notes)
            text.Append($"\n> {note}\n");
        text.AppendProblems(MustNotApply, view.Problems);
        AppendRelease(text, view.Release);

        var groups = ComponentGroup.Of(view.Resources);
        for (var index = 0; index < groups.Length; index++)
        {
            var section = Section(groups[index]);
            if (text.Length + section.Length > Longest - RoomForNotice)
            {
                text.Append($"\nCut here, at the longest comment that GitHub takes: {groups.Length - index} more components change. ");
                text.Append($"`release preview {view.Stack}` shows all of them.\n");
                break;
            }

            text.Append(section);
        }

        output.Write(text.ToString());
    }

    /// <summary>Where the configuration allows none.</summary>
    public static void WriteRefused(string stack, ImmutableArray<Problem> problems, TextWriter output)
    {
        var text = new StringBuilder($"**Preview of {stack}**: none\n");
        output.Write(text.AppendProblems(MustNotApply, problems).ToString());
    }

    private static void AppendRelease(StringBuilder text, ImmutableArray<ReleaseRow> rows)
    {
        if (rows is [])
        {
            text.Append("\nThe release does not change.\n");
            return;
        }

        text.Append("\n| service | slot | tag | weight |\n|---|---|---|---|\n");
        foreach (var row in rows)
            text.Append($"| {row.Service} | {row.SlotText} | {row.TagText} | {row.WeightText} |\n");
    }

    private static string Section(ComponentGroup group)
    {
        var lines = new StringBuilder();
        foreach (var change in group.Changes)
            AppendResource(lines, change);

        var content = lines.ToString();
        var fence = Fence(content);
        var title = group.Path is "" ? "(stack)" : group.Path;
        return $"\n<details><summary>{title}: {ChangeCounts.Of(group.Changes).Text()}</summary>\n\n" +
            $"{fence}diff\n{content}{fence}\n\n</details>\n";
    }

    private static void AppendResource(StringBuilder lines, ResourceChange change)
    {
        var resource = change.Resource;
        // What a diff block colours: '!' is its word for a change.
        var mark = change.Operation switch
        {
            Operation.Create => "+",
            Operation.Delete => "-",
            _ => "!",
        };
        var replaced = change.Operation == Operation.Replace ? " (replaced)" : "";
        lines.Append($"{mark} {ResourceLine.ShortType(resource.Type)} {resource.Name} {ResourceLine.AzureName(resource)}".TrimEnd());
        lines.Append(replaced).Append('\n');
        if (change.Operation == Operation.Create)
            return;

        foreach (var property in change.Changes)
            lines.Append($"    {ResourceLine.Property(property)}\n");
    }

    /// <summary>Longer than any run of backticks inside, which would end the block early.</summary>
    private static string Fence(string content)
    {
        var (longest, run) = (2, 0);
        foreach (var character in content)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', longest + 1);
    }
}
