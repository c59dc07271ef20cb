using System.Text.Json;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class DeadlinesFormat
{
    public static void Write(Utf8JsonWriter writer, string name, CourseDeadlines deadlines)
    {
        writer.WriteStartObject(name);
        writer.WriteDuration("proof", deadlines.Proof);
        writer.WriteDuration("backup", deadlines.Backup);
        writer.WriteDuration("migration", deadlines.Migration);
        writer.WriteDuration("deploy", deadlines.Deploy);
        writer.WriteDuration("health", deadlines.Health);
        writer.WriteDuration("smoke", deadlines.Smoke);
        writer.WriteDuration("metrics", deadlines.Metrics);
        writer.WriteDuration("rollBack", deadlines.RollBack);
        writer.WriteDuration("watch", deadlines.Watch);
        writer.WriteDuration("approval", deadlines.Approval);
        writer.WriteDuration("hold", deadlines.Hold);
        writer.WriteEndObject();
    }

    public static CourseDeadlines Read(JsonElement deadlines) => new()
    {
        Proof = deadlines.Duration("proof"),
        Backup = deadlines.Duration("backup"),
        Migration = deadlines.Duration("migration"),
        Deploy = deadlines.Duration("deploy"),
        Health = deadlines.Duration("health"),
        Smoke = deadlines.Duration("smoke"),
        Metrics = deadlines.Duration("metrics"),
        RollBack = deadlines.Duration("rollBack"),
        Watch = deadlines.Duration("watch"),
        Approval = deadlines.Duration("approval"),
        Hold = deadlines.Duration("hold"),
    };
}
