using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Validation;

/// <summary>Problems for people: by file, in the order of their lines.</summary>
internal static class ValidationText
{
    public static void Write(ValidationView view, StyledWriter writer)
    {
        var files = view.Problems.GroupBy(problem => problem.Source.File).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            writer.WriteLine(Style.Heading, file.Key);
            foreach (var problem in file.OrderBy(problem => problem.Source.Line).ThenBy(problem => problem.Source.Column))
                Write(problem, writer);
            writer.WriteLine();
        }

        writer.WriteLine(Summary(view, files.Count));
    }

    private static void Write(Problem problem, StyledWriter writer)
    {
        writer.Write("  ");
        writer.Write(Style.Problem, problem.Code);
        writer.WriteLine($" {Place(problem.Source)}{(problem.Path is "" ? "" : $"  {problem.Path}")}{Value(problem)}");
        writer.WriteLine($"    {problem.Message}");
        writer.WriteLine($"    allowed: {problem.Allowed}");
        writer.WriteLine($"    to do:   {problem.Remedy}");
    }

    private static string Place(SourceMark source) => source.Line == 0 ? source.File : $"{source.File}:{source.Line}";

    private static string Value(Problem problem) => problem.Value is null ? "" : $" = {problem.Value}";

    private static string Summary(ValidationView view, int files) => view.Problems.Length switch
    {
        0 => $"{string.Join(", ", view.Stacks)}: no problems.",
        1 => "1 problem.",
        var count => $"{count} problems in {(files == 1 ? "1 file" : $"{files} files")}.",
    };
}
