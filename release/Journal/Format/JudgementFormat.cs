using System.Text.Json;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class JudgementFormat
{
    public static readonly KindFormats<Reading<GateNumbers>> Readings = new KindFormats<Reading<GateNumbers>>("reading", "reading")
        .With<Measured<GateNumbers>>(
            "measured",
            (writer, measured) => WriteNumbers(writer, measured.At, measured.Value),
            reading => new Measured<GateNumbers>(NumbersFormat.Kinds.Read(reading.GetProperty("numbers")), reading.Time("at")))
        .With<PartlyMeasured<GateNumbers>>(
            "partly measured",
            (writer, partly) =>
            {
                WriteNumbers(writer, partly.At, partly.Value);
                writer.WriteString("missing", partly.Missing);
            },
            reading => new PartlyMeasured<GateNumbers>(
                NumbersFormat.Kinds.Read(reading.GetProperty("numbers")), reading.Time("at"), reading.Text("missing")))
        .With<NothingMeasured<GateNumbers>>(
            "nothing measured",
            (writer, nothing) => writer.WriteString("what", nothing.What),
            reading => new NothingMeasured<GateNumbers>(reading.Text("what")))
        .With<Unreadable<GateNumbers>>(
            "unreadable",
            (writer, unreadable) => writer.WriteString("error", unreadable.Error),
            reading => new Unreadable<GateNumbers>(reading.Text("error")));

    public static void Write(Utf8JsonWriter writer, Judged judged)
    {
        writer.WriteString("gate", judged.Gate);
        writer.WriteString("service", judged.Service);
        VerdictFormat.Write(writer, judged.Verdict);
        writer.WriteNumber("requests", judged.Requests);
        writer.WriteStartObject("look");
        writer.WriteMoment("now", judged.Look.Now);
        writer.WriteDuration("oldest", judged.Look.Oldest);
        Readings.Write(writer, judged.Look.Reading);
        writer.WriteEndObject();
    }

    public static Judged Read(JsonElement line)
    {
        var look = line.GetProperty("look");
        return new Judged(
            line.Text("gate"),
            line.OptionalText("service"),
            new Look(look.Time("now"), look.Duration("oldest"), Readings.Read(look)),
            line.Count("requests"),
            VerdictFormat.Read(line));
    }

    private static void WriteNumbers(Utf8JsonWriter writer, DateTimeOffset at, GateNumbers numbers)
    {
        writer.WriteMoment("at", at);
        writer.WriteStartObject("numbers");
        NumbersFormat.Kinds.Write(writer, numbers);
        writer.WriteEndObject();
    }
}
