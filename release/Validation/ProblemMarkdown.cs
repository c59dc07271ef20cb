using System.Collections.Immutable;
using System.Text;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Validation;

/// <summary>Problems in a comment on a pull request.</summary>
internal static class ProblemMarkdown
{
    /// <param name="heading">A sentence; what is wrong follows.</param>
    public static StringBuilder AppendProblems(this StringBuilder text, string heading, ImmutableArray<Problem> problems)
    {
        if (problems is [])
            return text;
        text.Append($"\n**{heading}**\n\n");
        foreach (var problem in problems)
            text.Append($"- {problem.Code}, `{problem.Source.File}:{problem.Source.Line}`: {problem.Message} {problem.Remedy}\n");
        return text;
    }
}
