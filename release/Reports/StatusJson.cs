using System.Text.Json;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Display;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A release's status for machines. The shape is a contract, in docs/cli.md.</summary>
internal static class StatusJson
{
    /// <param name="status">Null where no release was ever run.</param>
    public static void Write(string stack, ReleaseStatus? status, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack);
        if (status is null)
            writer.WriteNull("release");
        else
            Write(writer, status);
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, ReleaseStatus status)
    {
        var standing = status.Board.Standing;
        writer.WriteStartObject("release");
        ReleaseHistoryJson.WriteBeginning(writer, standing.Began, standing.BeganAt);
        writer.WriteString("state", standing.State.Words);
        writer.WriteMoment("since", standing.Since);
        WriteDeadline(writer, status);
        WriteWriter(writer, status);
        writer.WriteStartArray("underWay");
        foreach (var work in standing.UnderWay)
            writer.WriteStringValue(work.Words);
        writer.WriteEndArray();
        writer.WriteString("waitsFor", status.Onward.WaitsFor);
        writer.WriteString("command", status.Onward.Command);
        writer.WriteEach("services", status.Board.Services, row => Write(writer, status.Board, row));
        writer.WriteEach("gates", status.Board.Gates, gate =>
        {
            writer.WriteString("gate", gate.Gate);
            writer.WriteString("service", gate.Service);
            writer.WriteMoment("at", gate.At);
            VerdictFormat.Write(writer, gate.Verdict);
        });
        writer.WriteEndObject();
    }

    private static void WriteDeadline(Utf8JsonWriter writer, ReleaseStatus status)
    {
        if (status.Board.TimeLeft(status.Now) is not { } left)
        {
            writer.WriteNull("deadline");
            return;
        }

        writer.WriteStartObject("deadline");
        writer.WriteMoment("at", status.Now + left);
        writer.WriteNumber("secondsLeft", Math.Floor(left.TotalSeconds));
        writer.WriteString("then", status.Board.Standing.State.Exit);
        writer.WriteEndObject();
    }

    private static void WriteWriter(Utf8JsonWriter writer, ReleaseStatus status)
    {
        writer.WriteStartObject("writer");
        writer.WriteString("by", status.Writer.By);
        writer.WriteString("host", status.Writer.Host);
        writer.WriteNumber("process", status.Writer.ProcessId);
        writer.WriteNumber("epoch", status.Board.Standing.Epoch);
        writer.WriteMoment("lastLine", status.Board.Standing.LastAt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReleaseBoard board, ServiceRow row)
    {
        ReleaseHistoryJson.WriteService(writer, row.Released);
        writer.WriteNumber("weight", board.WeightOf(row));
        if (row.Requests is { } tally)
            writer.WriteNumber("requests", tally.Requests);
        else
            writer.WriteNull("requests");
        if (row.Requests is { Requests: > 0 } measured)
            writer.WriteNumber("errorRatePercent", measured.Rate * 100);
        else
            writer.WriteNull("errorRatePercent");
        if (row.Latency is { } latency)
            writer.WriteReal("p95Milliseconds", latency.Milliseconds);
        else
            writer.WriteNull("p95Milliseconds");
        writer.WriteString("verdict", board.VerdictOf(row) is { } verdict ? EntryWords.Word(verdict.Outcome) : null);
        if (row.ReadBack is not { } weights)
        {
            writer.WriteNull("readBack");
            return;
        }

        writer.WriteEach("readBack", weights, weight =>
        {
            writer.WriteString("target", weight.Key);
            writer.WriteNumber("weight", weight.Value);
        });
    }
}
