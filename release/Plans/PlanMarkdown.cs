using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReleaseInfra.Cli.Validation;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Plans;

/// <summary>A plan as a section of a comment on a pull request.</summary>
internal static class PlanMarkdown
{
    private const string MustNotRun = "It must not be carried out:";

    public static void Write(ReleasePlan plan, TextWriter output)
    {
        var text = new StringBuilder();
        text.Append($"**Plan of {plan.Stack}**: {PlanText.Of(plan.Duration)}, and {PlanText.Of(plan.RollBack)} for the way back from any step\n");
        if (plan.Freeze is Clear { Skipped: [var first, ..] })
            text.Append($"\n> Goes through the freeze '{first.Name}', which does not hold a release of this kind.\n");
        text.AppendProblems(MustNotRun, plan.Problems);
        AppendVersions(text, plan.Versions);
        AppendSteps(text, plan.Steps);
        AppendEvidence(text, plan.Steps);
        // Last and on a line of its own, to be copied.
        text.Append($"\n`{plan.Hash}` is what `release run {plan.Stack} --plan` takes to carry out this plan and no other.\n");
        output.Write(text.ToString());
    }

    public static void WriteNothing(string stack, ImageTag tag, TextWriter output) =>
        output.Write($"**Plan of {stack}**: none, since it serves {tag.Text} already\n");

    public static void WriteRefused(string stack, ImmutableArray<Problem> problems, TextWriter output)
    {
        var text = new StringBuilder($"**Plan of {stack}**: none\n");
        output.Write(text.AppendProblems(MustNotRun, problems).ToString());
    }

    private static void AppendVersions(StringBuilder text, ImmutableArray<PlannedVersion> versions)
    {
        text.Append("\n| service | slot | from | to |\n|---|---|---|---|\n");
        foreach (var version in versions)
        {
            var revision = version.Revision == 1 ? "" : $" r{version.Revision.ToString(CultureInfo.InvariantCulture)}";
            text.Append($"| {version.Service} | {version.Slot?.Name()} | {version.From?.Text ?? "nothing"} | {version.To.Text}{revision} |\n");
        }
    }

    private static void AppendSteps(StringBuilder text, ImmutableArray<PlanStep> steps)
    {
        text.Append("\n| step | takes | error budget at risk |\n|---|---|---|\n");
        foreach (var step in steps)
            text.Append($"| {step.Name} | {PlanText.Of(step.Duration)}{Approval(step)} | {AtRisk(step)} |\n");
    }

    private static string Approval(PlanStep step) => step is WeightStep { NeedsApproval: true } ? ", after approval" : "";

    private static string AtRisk(PlanStep step) => step is WeightStep { Evidence: { Length: > 0 } evidence }
        ? string.Join(", ", evidence.Select(of => $"{of.Service} {PlanText.Percent(of.AtRisk.OfBudget)}"))
        : "";

    private static void AppendEvidence(StringBuilder text, ImmutableArray<PlanStep> steps)
    {
        var evidence = steps.OfType<WeightStep>().SelectMany(step => step.Evidence).ToList();
        if (evidence is [])
            return;
        text.Append("\n<details><summary>What each step can see</summary>\n\n");
        foreach (var one in evidence)
            text.Append($"- {(one.Blindness is null ? "" : "**too little**: ")}{one.Words}\n");
        text.Append("\n</details>\n");
    }
}
