using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class TrafficFormat
{
    public static readonly KindFormats<ShareDecision> Shares = new KindFormats<ShareDecision>("share", "decision about a share")
        .With<ShareAgrees>(
            "agrees",
            (writer, agrees) => writer.WriteString("message", agrees.Message),
            line => new ShareAgrees(line.Text("message")))
        .With<ShareDiffers>(
            "differs",
            (writer, differs) => writer.WriteString("message", differs.Message),
            line => new ShareDiffers(line.Text("message")))
        .With<ShareUnknown>(
            "unknown",
            (writer, unknown) =>
            {
                writer.WriteString("message", unknown.Message);
                writer.WriteNumber("needed", unknown.Requests);
            },
            line => new ShareUnknown(line.Text("message"), line.Count("needed")));

    public static void Write(Utf8JsonWriter writer, string service, ImmutableSortedDictionary<string, int> weights)
    {
        writer.WriteString("service", service);
        writer.WriteStartObject("weights");
        foreach (var (name, weight) in weights)
            writer.WriteNumber(name, weight);
        writer.WriteEndObject();
    }

    public static ImmutableSortedDictionary<string, int> Weights(JsonElement line) => line.GetProperty("weights").EnumerateObject()
        .ToImmutableSortedDictionary(weight => weight.Name, weight => weight.Value.GetInt32(), StringComparer.Ordinal);

    public static void WriteShare(Utf8JsonWriter writer, ShareObserved observed)
    {
        writer.WriteString("service", observed.Service);
        Shares.Write(writer, observed.Decision);
        writer.WriteNumber("weight", observed.Numbers.Weight);
        writer.WriteNumber("before", observed.Numbers.Before);
        writer.WriteNumber("toNew", observed.Numbers.ToNew);
        writer.WriteNumber("toAll", observed.Numbers.ToAll);
        writer.WriteNumber("confidence", observed.Numbers.Confidence);
    }

    public static ShareObserved ReadShare(JsonElement line) => new(
        line.Text("service"),
        new ShareNumbers(line.Whole("weight"), line.Whole("before"), line.Count("toNew"), line.Count("toAll"), line.Real("confidence")),
        Shares.Read(line));
}
