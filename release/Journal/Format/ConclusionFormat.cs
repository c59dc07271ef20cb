using System.Text.Json;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class ConclusionFormat
{
    public static void Write(Utf8JsonWriter writer, GateConcluded concluded)
    {
        writer.WriteString("gate", concluded.Gate);
        writer.WriteString("service", concluded.Service);
        VerdictFormat.Write(writer, concluded.Verdict);
        writer.WriteNumber("since", concluded.Since);
        writer.WriteBoolean("timeIsUp", concluded.TimeIsUp);
        var terms = concluded.Terms;
        writer.WriteStartObject("terms");
        writer.WriteDuration("interval", terms.Interval);
        writer.WriteDuration("initialDelay", terms.InitialDelay);
        writer.WriteOptional("count", terms.Count);
        writer.WriteNumber("failureLimit", terms.FailureLimit);
        writer.WriteOptional("consecutiveFailureLimit", terms.ConsecutiveFailureLimit);
        writer.WriteNumber("inconclusiveLimit", terms.InconclusiveLimit);
        writer.WriteNumber("consecutiveErrorLimit", terms.ConsecutiveErrorLimit);
        writer.WriteOptional("consecutiveSuccessLimit", terms.ConsecutiveSuccessLimit);
        FloorFormat.Write(writer, "evidence", terms.Evidence);
        writer.WriteEndObject();
    }

    public static GateConcluded Read(JsonElement line)
    {
        var terms = line.GetProperty("terms");
        return new GateConcluded(
            line.Text("gate"),
            line.OptionalText("service"),
            line.Whole("since"),
            line.Flag("timeIsUp"),
            new GateTerms
            {
                Interval = terms.Duration("interval"),
                InitialDelay = terms.Duration("initialDelay"),
                Count = terms.OptionalWhole("count"),
                FailureLimit = terms.Whole("failureLimit"),
                ConsecutiveFailureLimit = terms.OptionalWhole("consecutiveFailureLimit"),
                InconclusiveLimit = terms.Whole("inconclusiveLimit"),
                ConsecutiveErrorLimit = terms.Whole("consecutiveErrorLimit"),
                ConsecutiveSuccessLimit = terms.OptionalWhole("consecutiveSuccessLimit"),
                Evidence = FloorFormat.Read(terms.GetProperty("evidence")),
            },
            VerdictFormat.Read(line));
    }
}
