using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Terminal;

namespace ReleaseInfra.Cli.Updates;

/// <summary>A stack's updates, the newest first.</summary>
internal static class HistoryView
{
    public static void WriteText(string stack, IReadOnlyCollection<StackUpdate> updates, StyledWriter writer)
    {
        if (updates.Count == 0)
            writer.WriteLine($"Nothing was ever applied to {stack}.");

        foreach (var update in updates)
        {
            writer.Write(Style.Heading, $"{update.Number}  {Time(update.Started)}  {update.Kind.Word()}  ");
            writer.Write(update.End is Succeeded ? Style.Added : Style.Problem, update.End.Word());
            writer.WriteLine($"  {EndText(update)}");
            writer.WriteLine(Style.Muted, $"   by {update.By}, {update.Counts.Text()}");
            foreach (var row in update.Release)
                writer.WriteLine($"   {Line(row)}");
        }
    }

    public static void WriteJson(
        string stack,
        IStackEngine engine,
        IReadOnlyCollection<StackUpdate> updates,
        Action<Utf8JsonWriter> writeMore,
        TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack);
        writer.WriteString("engine", engine.Name);
        writer.WriteStartArray("updates");
        foreach (var update in updates)
            Write(writer, update);
        writer.WriteEndArray();
        writeMore(writer);
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, StackUpdate update)
    {
        writer.WriteStartObject();
        writer.WriteNumber("update", update.Number);
        writer.WriteString("kind", update.Kind.Word());
        writer.WriteString("by", update.By);
        writer.WriteString("started", update.Started);
        writer.WriteString("ended", update.End.At is { } ended ? ended.ToString("O", CultureInfo.InvariantCulture) : null);
        writer.WriteString("result", update.End.Word());
        writer.WriteString("reason", (update.End as Failed)?.Reason);
        writer.WriteStartArray("release");
        foreach (var row in update.Release)
            ReleaseRowJson.Write(writer, row);
        writer.WriteEndArray();
        ChangeCountsJson.Write(writer, "summary", update.Counts);
        writer.WriteEndObject();
    }

    private static string EndText(StackUpdate update) => update.End switch
    {
        Succeeded succeeded => Seconds(succeeded.Ended - update.Started),
        Failed failed => $"after {failed.Done} changes: {failed.Reason}",
        Interrupted interrupted => $"after {interrupted.Done} changes",
        _ => "its process ended without a word, or is still at work",
    };

    private static string Line(ReleaseRow row) => $"{row.Service} {row.SlotText} {row.TagText} {row.WeightText}".Replace("  ", " ").TrimEnd();

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
