using System.Text.Json;
using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class VerdictFormat
{
    private static readonly (string Word, Outcome Outcome)[] Outcomes =
    [
        ("passed", Outcome.Passed), ("failed", Outcome.Failed), ("inconclusive", Outcome.Inconclusive), ("errored", Outcome.Errored),
    ];

    public static void Write(Utf8JsonWriter writer, Verdict verdict)
    {
        writer.WriteString("verdict", Array.Find(Outcomes, known => known.Outcome == verdict.Outcome).Word);
        writer.WriteString("message", verdict.Message);
    }

    public static Verdict Read(JsonElement element)
    {
        var word = element.Text("verdict");
        return Array.Exists(Outcomes, known => known.Word == word)
            ? new Verdict(Array.Find(Outcomes, known => known.Word == word).Outcome, element.Text("message"))
            : throw new JsonException($"'{word}' is no verdict; known are {string.Join(", ", Outcomes.Select(known => known.Word))}.");
    }
}
