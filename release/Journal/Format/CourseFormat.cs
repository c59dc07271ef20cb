using System.Text.Json;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Journal.Format;

internal static class CourseFormat
{
    public static readonly KindFormats<Strategy> Strategies = new KindFormats<Strategy>("strategy", "strategy")
        .With<BlueGreen>("blue/green", WriteSteps, line => ReadSteps(line) is [{ Weight: 100 } only]
            ? new BlueGreen(only.Bake, only.NeedsApproval)
            : throw new JsonException("A blue/green release has one step, 100."))
        .With<Canary>("canary", WriteSteps, line => new Canary([.. ReadSteps(line)]))
        .With<Rolling>("rolling", WriteSteps, line => ReadSteps(line) is [{ Weight: 100 } only]
            ? new Rolling(only.Bake)
            : throw new JsonException("A rolling release has one step, 100."));

    private static readonly (string Name, Movement Movement)[] Movements = [("weighed", Movement.Weighed), ("in place", Movement.InPlace)];

    public static void Write(Utf8JsonWriter writer, string name, RolloutCourse course)
    {
        writer.WriteStartObject(name);
        writer.WriteEach("members", course.Members, member =>
        {
            writer.WriteString("service", member.Service);
            writer.WriteString("movement", Array.Find(Movements, movement => movement.Movement == member.Movement).Name);
        });
        Strategies.Write(writer, course.Strategy);
        writer.WriteBoolean("migrates", course.Migrates);
        writer.WriteBoolean("drills", course.Drills);
        DeadlinesFormat.Write(writer, "deadlines", course.Deadlines);
        writer.WriteEndObject();
    }

    public static RolloutCourse Read(JsonElement course) => new(
        [.. course.Each("members").Select(member => new GroupMember(member.Text("service"), Moves(member.Text("movement"))))],
        Strategies.Read(course),
        DeadlinesFormat.Read(course.GetProperty("deadlines")))
    {
        Migrates = course.Flag("migrates"),
        Drills = course.Flag("drills"),
    };

    private static Movement Moves(string word) => Array.Exists(Movements, movement => movement.Name == word)
        ? Array.Find(Movements, movement => movement.Name == word).Movement
        : throw new JsonException($"'{word}' is no movement; known are {string.Join(", ", Movements.Select(movement => movement.Name))}.");

    private static void WriteSteps(Utf8JsonWriter writer, Strategy strategy) => writer.WriteEach("steps", strategy.Steps, step =>
    {
        writer.WriteNumber("weight", step.Weight);
        writer.WriteDuration("bake", step.Bake);
        writer.WriteBoolean("approval", step.NeedsApproval);
    });

    private static TrafficStep[] ReadSteps(JsonElement strategy) =>
        [.. strategy.Each("steps").Select(step => new TrafficStep(step.Whole("weight"), step.Duration("bake"), step.Flag("approval")))];
}
