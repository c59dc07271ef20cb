using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Cli.Rehearse.Faults;
using ReleaseInfra.Cli.Simulate.Figures;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Simulate.Views;

/// <summary>A simulation for people: a table for each policy, a row for each fault.</summary>
internal static class SimulationTable
{
    private const string Gap = "  ";

    private static readonly ImmutableArray<string> Titles =
        ["fault", "releases", "settled", "back", "held", "aborted", "wrong", "took", "found after", "back within", "failed requests", "outage"];

    public static void Write(SimulationResult result, StyledWriter writer)
    {
        var release = result.Request.Release;
        writer.WriteLine(
            Style.Heading, $"{Number(result.Request.Releases)} simulated releases of {release.Stack} to {release.Tag.Text}, seed {result.Request.Seed}");
        var all = result.Rows.Select(Cells).Prepend(Titles).ToArray();
        int[] widths = [.. Enumerable.Range(0, Titles.Length).Select(column => all.Max(row => row[column].Length))];
        foreach (var policy in result.Rows.GroupBy(row => row.Policy))
        {
            writer.WriteLine();
            writer.Write(Style.Heading, policy.Key.Name);
            writer.WriteLine(Style.Muted, $": {policy.Key.Does}");
            writer.WriteLine(Style.Muted, Line(Titles, widths));
            foreach (var row in policy)
                writer.WriteLine(row.FalseAborts + row.Misses > 0 ? Style.Changed : Style.Plain, Line(Cells(row), widths));
        }

        writer.WriteLine();
        writer.WriteLine(
            Style.Muted,
            "wrong: left or held although the version was sound, or settled although it was not. Times and requests: the median, and what 95 % stay " +
            "within. outage: minutes, on average, in which more of all requests failed than the policy's limit.");
    }

    private static ImmutableArray<string> Cells(SimulationRow row) =>
    [
        row.Fault?.ToString() ?? "none",
        Number(row.Releases),
        Ended(row, RehearsedEnding.Settled),
        Ended(row, RehearsedEnding.RolledBack),
        Ended(row, RehearsedEnding.Held),
        Ended(row, RehearsedEnding.Aborted),
        Number(row.FalseAborts + row.Misses),
        Times(row.Took),
        Times(row.Detected),
        Times(row.Returned),
        Both(row.Failed, Number),
        row.OutageMinutes.Mean?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Line(ImmutableArray<string> cells, int[] widths) => (Gap + string.Join(Gap, cells.Select((cell, column) =>
        column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))).TrimEnd();

    private static string Ended(SimulationRow row, RehearsedEnding ending) => Number(row.Endings.GetValueOrDefault(ending));

    private static string Times(Distribution times) => Both(times, seconds => PlanText.Of(TimeSpan.FromSeconds(seconds)));

    private static string Both(Distribution numbers, Func<double, string> text) =>
        numbers.Percentile(50) is { } median && numbers.Percentile(95) is { } most ? $"{text(median)} ({text(most)})" : "";

    private static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Number(int number) => Number((double)number);
}
