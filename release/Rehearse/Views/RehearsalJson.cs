using System.Text.Json;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Cli.Rehearse.Views;

/// <summary>The last line of <c>rehearse --json</c>, behind those of the journal.</summary>
internal static class RehearsalJson
{
    public static void Write(WorldPlan plan, RehearsalResult result, string? report, TextWriter output)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
            Write(writer, plan, result, report);
        output.Write(System.Text.Encoding.UTF8.GetString(text.ToArray()));
        output.Write('\n');
        output.Flush();
    }

    private static void Write(Utf8JsonWriter writer, WorldPlan plan, RehearsalResult result, string? report)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("rehearsal");
        writer.WriteString("stack", plan.Settings.Stack.Name);
        writer.WriteString("tag", plan.Tag.Text);
        writer.WriteString("state", result.Standing?.State.Words);
        writer.WriteNumber("code", (int)result.Code);
        writer.WriteStartArray("faults");
        foreach (var fault in result.Faults)
            writer.WriteStringValue(fault.ToString());
        writer.WriteEndArray();
        Write(writer, result.Clients);
        Seconds(writer, "detection", result.Times.ToDecide);
        Seconds(writer, "wayBack", result.Times.ToReturn);
        Seconds(writer, "duration", result.Duration);
        Seconds(writer, "took", result.Took);
        writer.WriteNumber("kills", result.Kills);
        writer.WriteString("report", report);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LoadFigures clients)
    {
        writer.WriteStartObject("requests");
        writer.WriteNumber("sent", clients.Sent);
        writer.WriteNumber("answered", clients.Answered);
        writer.WriteNumber("failed", clients.Failed);
        writer.WriteNumber("lost", clients.Lost);
        writer.WriteNumber("p50Milliseconds", Math.Round(clients.P50.TotalMilliseconds, 3));
        writer.WriteNumber("p95Milliseconds", Math.Round(clients.P95.TotalMilliseconds, 3));
        writer.WriteNumber("p99Milliseconds", Math.Round(clients.P99.TotalMilliseconds, 3));
        writer.WriteEndObject();
    }

    private static void Seconds(Utf8JsonWriter writer, string name, TimeSpan? time)
    {
        if (time is { } known)
            writer.WriteNumber($"{name}Seconds", Math.Round(known.TotalSeconds, 3));
        else
            writer.WriteNull($"{name}Seconds");
    }
}
