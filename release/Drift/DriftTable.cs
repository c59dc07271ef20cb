using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Drift;

namespace ReleaseInfra.Cli.Drift;

/// <summary>A drift check for people: by service, aligned, with what to do.</summary>
internal static class DriftTable
{
    private const string NoService = "(in no service)";

    public static void Write(DriftView view, StyledWriter writer)
    {
        var report = view.Report;
        writer.WriteLine(Style.Heading, $"Drift of {view.Stack}");
        writer.WriteLine(Style.Muted, $"engine {view.Engine}, SDK {view.Sdk}, live {view.Place}");
        writer.WriteLine();

        var kinds = report.Findings.Select(finding => finding.Kind.Word().Length).DefaultIfEmpty().Max();
        foreach (var service in report.Findings.GroupBy(finding => finding.Service ?? NoService))
        {
            writer.WriteLine(Style.Heading, service.Key);
            foreach (var finding in service)
                Write(finding, kinds, writer);
            writer.WriteLine();
        }

        if (report.IsNothingThere)
        {
            writer.WriteLine("Nothing of it is there: it was never applied, or it is in another subscription.");
            writer.WriteLine();
        }

        foreach (var image in report.Unknown)
            writer.WriteLine(Style.Muted, $"Not compared: {image.Resource} runs {image.Live}, which names no tag; {image.Expected} is expected.");
        if (report.Unknown is not [])
            writer.WriteLine();
        WriteSummary(report, writer);
    }

    private static void Write(DriftFinding finding, int kinds, StyledWriter writer)
    {
        writer.Write("  ");
        writer.Write(Style.Changed, finding.Kind.Word().PadRight(kinds));
        writer.WriteLine($"  {finding.Resource}{(finding.Path is null ? "" : $"  {finding.Path}")}");
        var indent = new string(' ', kinds + 4);
        writer.WriteLine($"{indent}expected  {finding.Expected}");
        writer.WriteLine($"{indent}live      {finding.Live}");
        writer.WriteLine(Style.Muted, $"{indent}to do     {finding.Remedy}");
    }

    private static void WriteSummary(DriftReport report, StyledWriter writer)
    {
        writer.Write(Style.Heading, report.Findings is [] ? "No drift" : report.Findings is [_] ? "1 difference" : $"{report.Findings.Length} differences");
        writer.WriteLine($": {report.Checked} apps, revisions, jobs, sites and slots checked.");
    }
}
