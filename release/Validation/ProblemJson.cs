using System.Text.Json;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli.Validation;

internal static class ProblemJson
{
    public static void WriteAll(Utf8JsonWriter writer, IEnumerable<Problem> problems)
    {
        writer.WriteStartArray("problems");
        foreach (var problem in problems)
            Write(writer, problem);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Problem problem)
    {
        writer.WriteStartObject();
        writer.WriteString("code", problem.Code);
        writer.WriteString("file", problem.Source.File);
        writer.WriteNumber("line", problem.Source.Line);
        writer.WriteNumber("column", problem.Source.Column);
        writer.WriteString("path", problem.Path);
        writer.WriteString("value", problem.Value);
        writer.WriteString("message", problem.Message);
        writer.WriteString("allowed", problem.Allowed);
        writer.WriteString("remedy", problem.Remedy);
        writer.WriteEndObject();
    }
}
