using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class SmokeFormat
{
    public static void Write(Utf8JsonWriter writer, SmokeNumbers smoke)
    {
        writer.WriteStartObject("expected");
        writer.WriteString("request", smoke.Expected.Request);
        writer.WriteNumber("status", smoke.Expected.Status);
        writer.WriteStartObject("headers");
        foreach (var (name, value) in smoke.Expected.Headers)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteString("body", smoke.Expected.BodyHolds);
        writer.WriteDuration("latency", smoke.Expected.Latency);
        writer.WriteEndObject();
        writer.WriteNumber("status", smoke.Status);
        writer.WriteEach("headers", smoke.Headers, header =>
        {
            writer.WriteString("name", header.Name);
            writer.WriteBoolean("matches", header.Matches);
        });
        writer.WriteBoolean("bodyHolds", smoke.BodyHolds);
        writer.WriteDuration("latency", smoke.Latency);
    }

    public static SmokeNumbers Read(JsonElement smoke)
    {
        var expected = smoke.GetProperty("expected");
        return new SmokeNumbers(
            new SmokeExpectation(
                expected.Text("request"),
                expected.Whole("status"),
                expected.GetProperty("headers").EnumerateObject().ToImmutableSortedDictionary(
                    header => header.Name, header => header.Value.GetString()!, StringComparer.Ordinal),
                expected.Text("body"),
                expected.Duration("latency")),
            smoke.Whole("status"),
            [.. smoke.Each("headers").Select(header => new HeaderMatch(header.Text("name"), header.Flag("matches")))],
            smoke.Flag("bodyHolds"),
            smoke.Duration("latency"));
    }
}
