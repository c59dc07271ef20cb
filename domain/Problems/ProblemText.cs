namespace ReleaseInfra.Domain.Problems;

/// <summary>A problem in plain lines, for where there is no terminal to lay it out.</summary>
public static class ProblemText
{
    public static string Of(Problem problem) =>
        $"""
         {problem.Code} {Place(problem)}
           {problem.Message}
           Allowed: {problem.Allowed}
           {problem.Remedy}
         """;

    private static string Place(Problem problem)
    {
        var line = problem.Source.Line > 0 ? $"{problem.Source.File}:{problem.Source.Line}" : problem.Source.File;
        return problem.Path.Length > 0 ? $"{line} {problem.Path}" : line;
    }
}
