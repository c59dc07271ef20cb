using System.Text.Json;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class BeginningFormat
{
    public static readonly KindFormats<ReleaseKind> Releases = new KindFormats<ReleaseKind>("kind", "kind of release")
        .With<RegularRelease>("regular")
        .With<Hotfix>("hotfix", WriteUrgent, kind => new Hotfix(kind.Text("reason"), LongestBake(kind)))
        .With<SecurityRelease>("security", WriteUrgent, kind => new SecurityRelease(kind.Text("reason"), LongestBake(kind)));

    public static void Write(Utf8JsonWriter writer, ReleaseBegan began)
    {
        writer.WriteString("id", began.Id.Text);
        writer.WriteString("stack", began.Stack.Name);
        writer.WriteEach("services", began.Services, service =>
        {
            writer.WriteString("service", service.Service);
            writer.WriteString("slot", service.Slot?.Name());
            writer.WriteString("from", service.From?.Text);
            writer.WriteString("to", service.To.Text);
        });
        writer.WriteString("by", began.By);
        writer.WriteString("why", began.Why);
        writer.WriteStartObject("release");
        Releases.Write(writer, began.Release);
        writer.WriteEndObject();
        writer.WriteString("plan", began.PlanHash);
        writer.WriteString("configuration", began.ConfigurationDigest);
        writer.WriteNumber("rules", began.Rules);
        if (began.Committed is { } committed)
            writer.WriteMoment("committed", committed);
        else
            writer.WriteNull("committed");
        writer.WriteBoolean("adopted", began.IsAdopted);
        CourseFormat.Write(writer, "course", began.Course);
    }

    public static ReleaseBegan Read(JsonElement line) => new()
    {
        Id = ReleaseId.Parse(line.Text("id")),
        Stack = StackName.Find(line.Text("stack")) ?? throw new JsonException($"'{line.Text("stack")}' is no stack."),
        Services =
        [
            .. line.Each("services").Select(service => new ReleasedService(
                service.Text("service"),
                service.OptionalText("slot") is { } slot ? Slots.Find(slot) ?? throw new JsonException($"'{slot}' is no slot.") : null,
                service.OptionalText("from") is { } tag ? ImageTag.Parse(tag) : null,
                ImageTag.Parse(service.Text("to")))),
        ],
        By = line.Text("by"),
        Why = line.Text("why"),
        Release = Releases.Read(line.GetProperty("release")),
        PlanHash = line.Text("plan"),
        ConfigurationDigest = line.Text("configuration"),
        Rules = line.Whole("rules"),
        Committed = line.OptionalText("committed") is null ? null : line.Time("committed"),
        IsAdopted = line.Flag("adopted"),
        Course = CourseFormat.Read(line.GetProperty("course")),
    };

    private static void WriteUrgent(Utf8JsonWriter writer, UrgentRelease urgent)
    {
        writer.WriteString("reason", urgent.Reason);
        if (urgent.LongestBake is { } longest)
            writer.WriteDuration("longestBake", longest);
        else
            writer.WriteNull("longestBake");
    }

    private static TimeSpan? LongestBake(JsonElement kind) =>
        kind.GetProperty("longestBake").ValueKind == JsonValueKind.Null ? null : kind.Duration("longestBake");
}
