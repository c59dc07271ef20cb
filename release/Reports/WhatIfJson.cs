using System.Collections.Immutable;
using System.Text.Json;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Journal.Replays;

namespace ReleaseInfra.Cli.Reports;

/// <summary>A what-if for machines. The shape is a contract, in docs/cli.md.</summary>
internal static class WhatIfJson
{
    public static void Write(string stack, IEnumerable<string> thresholds, ImmutableArray<ReleaseInHindsight> releases, TextWriter output) =>
        JsonOutput.Write(output, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("stack", stack);
            writer.WriteStartArray("thresholds");
            foreach (var threshold in thresholds)
                writer.WriteStringValue(threshold);
            writer.WriteEndArray();
            writer.WriteEach("releases", releases, release =>
            {
                writer.WriteString("id", release.Began.Id.Text);
                writer.WriteString("state", release.State);
                writer.WriteString("course", Course(release.Hindsight));
                writer.WriteString("words", WhatIfText.Words(release.Hindsight));
                WriteParting(writer, release.Hindsight as OtherCourse);
            });
            writer.WriteEndObject();
        });

    private static void WriteParting(Utf8JsonWriter writer, OtherCourse? other)
    {
        if (other is null)
        {
            writer.WriteNull("unknownFrom");
            return;
        }

        writer.WriteStartObject("unknownFrom");
        writer.WriteNumber("record", other.Number);
        writer.WriteMoment("at", other.At);
        writer.WriteString("said", other.Said);
        if (other is WouldHaveGoneBack { Earlier: { } earlier })
            writer.WriteDuration("secondsEarlier", earlier);
        else
            writer.WriteNull("secondsEarlier");
        writer.WriteEndObject();
    }

    private static string Course(Hindsight hindsight) => hindsight switch
    {
        NothingJudged => "nothing judged",
        SameCourse => "same",
        WouldHaveGoneBack => "back",
        WouldNotHaveGoneBack => "not back",
        WouldHaveBeenHeld => "held",
        WouldNotHaveBeenHeld => "not held",
        WouldHaveMeasuredOn => "measured on",
        CannotBeTold => "cannot be told",
        _ => throw new ArgumentException($"Unknown hindsight {hindsight.GetType().Name}.", nameof(hindsight)),
    };
}
