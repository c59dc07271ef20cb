using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Plans;

/// <summary>A plan for machines; the shape is a contract, in docs/cli.md. Durations are seconds.</summary>
internal static class PlanJson
{
    public static void Write(ReleasePlan plan, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", plan.Stack.Name);
        writer.WriteString("hash", plan.Hash);
        JsonOutput.WriteAll(writer, "versions", plan.Versions, WriteVersion);
        JsonOutput.WriteAll(writer, "steps", plan.Steps, WriteStep);
        writer.WriteStartObject("predicted");
        writer.WriteNumber("duration", plan.Duration.TotalSeconds);
        writer.WriteString("end", Time(plan.End));
        writer.WriteNumber("rollback", plan.RollBack.TotalSeconds);
        writer.WriteEndObject();
        WriteFreeze(writer, plan.Freeze as Frozen);
        ProblemJson.WriteAll(writer, plan.Problems);
        writer.WriteEndObject();
    });

    /// <summary>Where there is nothing to plan, or the configuration allows none.</summary>
    public static void WriteNone(string stack, ImmutableArray<Problem> problems, TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("stack", stack);
        writer.WriteNull("hash");
        writer.WriteStartArray("versions");
        writer.WriteEndArray();
        writer.WriteStartArray("steps");
        writer.WriteEndArray();
        writer.WriteNull("predicted");
        writer.WriteNull("freeze");
        ProblemJson.WriteAll(writer, problems);
        writer.WriteEndObject();
    });

    private static void WriteVersion(Utf8JsonWriter writer, PlannedVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("service", version.Service);
        writer.WriteString("slot", version.Slot?.Name());
        writer.WriteString("from", version.From?.Text);
        writer.WriteString("to", version.To.Text);
        writer.WriteNumber("revision", version.Revision);
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, PlanStep step)
    {
        writer.WriteStartObject();
        writer.WriteString("name", step.Name);
        writer.WriteNumber("duration", step.Duration.TotalSeconds);
        if (step is WeightStep weighed)
        {
            writer.WriteNumber("weight", weighed.Weight);
            writer.WriteNumber("bake", weighed.Bake.TotalSeconds);
            writer.WriteBoolean("approval", weighed.NeedsApproval);
            JsonOutput.WriteAll(writer, "evidence", weighed.Evidence, WriteEvidence);
        }

        writer.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, StepEvidence evidence)
    {
        writer.WriteStartObject();
        writer.WriteString("service", evidence.Service);
        writer.WriteNumber("requests", Math.Round(evidence.NewRequests));
        if (evidence.Chance is { } chance)
            writer.WriteNumber("chance", Math.Round(chance, 4));
        else
            writer.WriteNull("chance");
        writer.WriteBoolean("enough", evidence.Blindness is null);
        writer.WriteNumber("budgetAtRisk", Math.Round(evidence.AtRisk.OfBudget, 6));
        writer.WriteString("words", evidence.Words);
        writer.WriteEndObject();
    }

    private static void WriteFreeze(Utf8JsonWriter writer, Frozen? frozen)
    {
        if (frozen is null)
        {
            writer.WriteNull("freeze");
            return;
        }

        writer.WriteStartObject("freeze");
        writer.WriteString("name", frozen.By.Name);
        writer.WriteString("from", Time(frozen.By.From));
        writer.WriteString("to", Time(frozen.By.To));
        writer.WriteString("nextStart", frozen.NextStart is { } next ? Time(next) : null);
        writer.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
