using System.Globalization;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Plans;

/// <summary>A plan for people: what changes, the steps, what each can see, how it ends.</summary>
internal static class PlanTable
{
    public static void Write(ReleasePlan plan, StyledWriter writer)
    {
        writer.WriteLine(Style.Heading, $"Plan of {plan.Stack}");
        writer.WriteLine(Style.Muted, $"hash {plan.Hash}");
        writer.WriteLine();
        WriteVersions(plan, writer);
        WriteSteps(plan, writer);

        writer.Write(Style.Heading, "Predicted: ");
        writer.WriteLine($"{PlanText.Of(plan.Duration)}, until {Time(plan.End)}; the way back takes {PlanText.Of(plan.RollBack)} from any step");
        if (plan.Freeze is Clear { Skipped: [var first, ..] })
            writer.WriteLine(Style.Changed, $"Goes through the freeze '{first.Name}', which does not hold a release of this kind.");
    }

    private static void WriteVersions(ReleasePlan plan, StyledWriter writer)
    {
        var services = plan.Versions.Max(version => version.Service.Length);
        foreach (var version in plan.Versions)
        {
            var revision = version.Revision == 1 ? "" : $" r{version.Revision.ToString(CultureInfo.InvariantCulture)}";
            writer.WriteLine(
                $"  {version.Service.PadRight(services)}  {version.Slot?.Name() ?? "",-5}  {version.From?.Text ?? "nothing"} -> {version.To.Text}{revision}");
        }

        writer.WriteLine();
    }

    private static void WriteSteps(ReleasePlan plan, StyledWriter writer)
    {
        var names = plan.Steps.Max(step => step.Name.Length);
        foreach (var step in plan.Steps)
        {
            writer.Write(Style.Heading, $"  {step.Name.PadRight(names)}");
            writer.WriteLine($"  {PlanText.Of(step.Duration),6}{(step is WeightStep { NeedsApproval: true } ? "  after approval" : "")}");
            foreach (var evidence in (step as WeightStep)?.Evidence ?? [])
            {
                writer.Write(evidence.Blindness is null ? Style.Muted : Style.Problem, $"      {evidence.Words}");
                writer.WriteLine(Style.Muted, $" At risk: {PlanText.Percent(evidence.AtRisk.OfBudget)} of the error budget.");
            }
        }

        writer.WriteLine();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
