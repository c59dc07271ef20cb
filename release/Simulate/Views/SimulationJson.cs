using System.Text.Json;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Simulate.Figures;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Simulate.Views;

/// <summary>A simulation for machines, as docs/cli.md shows it.</summary>
internal static class SimulationJson
{
    public static void Write(SimulationResult result, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("stack", result.Request.Release.Stack);
        writer.WriteString("tag", result.Request.Release.Tag.Text);
        writer.WriteNumber("releases", result.Request.Releases);
        writer.WriteNumber("seed", result.Request.Seed);
        JsonOutput.WriteAll(writer, "rows", result.Rows, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SimulationRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("policy", row.Policy.Name);
        writer.WriteString("fault", row.Fault?.ToString());
        writer.WriteString("expected", (row.Fault?.Kind.Ending ?? RehearsedEnding.Settled).Words());
        writer.WriteNumber("releases", row.Releases);
        writer.WriteStartObject("endings");
        foreach (var ending in Enum.GetValues<RehearsedEnding>())
            writer.WriteNumber(ending.Words(), row.Endings.GetValueOrDefault(ending));
        writer.WriteEndObject();
        writer.WriteNumber("falseAborts", row.FalseAborts);
        writer.WriteNumber("misses", row.Misses);
        Write(writer, "durationSeconds", row.Took);
        Write(writer, "detectedAfterSeconds", row.Detected);
        Write(writer, "rolledBackWithinSeconds", row.Returned);
        Write(writer, "failedRequests", row.Failed);
        Write(writer, "outageMinutes", row.OutageMinutes);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Distribution numbers)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("count", numbers.Count);
        Write(writer, "mean", numbers.Mean);
        Write(writer, "p5", numbers.Percentile(5));
        Write(writer, "median", numbers.Percentile(50));
        Write(writer, "p95", numbers.Percentile(95));
        Write(writer, "most", numbers.Percentile(100));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value)
            writer.WriteNumber(name, Math.Round(value, 3));
        else
            writer.WriteNull(name);
    }
}
