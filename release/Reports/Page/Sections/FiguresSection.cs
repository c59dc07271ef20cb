using ReleaseInfra.Cli.Reports.Page.Markup;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Plans;

namespace ReleaseInfra.Cli.Reports.Page.Sections;

/// <summary>The numbers that are asked for first.</summary>
internal static class FiguresSection
{
    public static Element Of(ReportFacts facts) => Parts.Section(
        "figures",
        "Key figures",
        new Element("dl", ("class", "figures"))
        {
            (facts.Observed is { } observed ? Seen(observed).Concat(Written(facts, observed)) : Written(facts, null)).Select(Figure),
        });

    private static Element Figure((string Name, string Value, string Note) figure) => new Element("div")
    {
        new Element("dt") { figure.Name },
        new Element("dd") { figure.Value },
        figure.Note.Length == 0 ? null : new Element("dd", ("class", "note")) { figure.Note },
    };

    private static IEnumerable<(string Name, string Value, string Note)> Seen(Observed observed)
    {
        var clients = observed.Clients;
        yield return ("Requests lost", Count.Of(clients.Lost), $"of {Count.Of(clients.Sent)} sent, {Count.Of(clients.Answered)} answered");
        if (observed.Faults is not [] || clients.FailedByFault > 0)
            yield return ("Failed by the fault", Count.Of(clients.FailedByFault), "as it was meant to");
        if (clients.Latency is { } latency)
            yield return ("Latency, p95", Count.Of(latency.P95), $"p50 {Count.Of(latency.P50)}, p99 {Count.Of(latency.P99)}");
        if (observed.Detection is { } detection)
            yield return ("First bad response to decision", PlanText.Of(detection), "");
        if (observed.Return is { } back)
            yield return ("Decision to full rollback", PlanText.Of(back), "");
    }

    private static IEnumerable<(string Name, string Value, string Note)> Written(ReportFacts facts, Observed? observed)
    {
        var times = facts.Summary.Times;
        yield return ("Took", PlanText.Of(times.Total), times.Waiting > TimeSpan.Zero ? $"{PlanText.Of(times.Waiting)} of it waiting" : "");
        if (facts.Report.Predicted is { } predicted)
            yield return ("Predicted", PlanText.Of(predicted), $"until the last bake is over{InFact(facts)}");
        if (observed?.Return is null && facts.Summary is { TurnedBack: { } turned, Restored: { } restored })
            yield return ("Decision to full rollback", PlanText.Of(restored - turned), "");
        yield return ("Highest weight", $"{Highest(facts):0} %", "of traffic on a new version");
        yield return Verdicts(facts);
    }

    private static string InFact(ReportFacts facts) =>
        facts.Summary.Completed is { } completed ? $"; it took {PlanText.Of(completed - facts.From)}" : "";

    private static double Highest(ReportFacts facts) => facts.Services.SelectMany(service => service.Weights).Max(weight => weight.Value);

    private static (string Name, string Value, string Note) Verdicts(ReportFacts facts)
    {
        var outcomes = facts.Services.SelectMany(service => service.Lanes).SelectMany(lane => lane.Marks)
            .Where(mark => !mark.Concludes).DistinctBy(mark => mark.Line).ToLookup(mark => mark.Outcome);
        var failed = outcomes[Outcome.Failed].Count();
        var others = outcomes[Outcome.Inconclusive].Count() + outcomes[Outcome.Errored].Count();
        var all = outcomes.Sum(outcome => outcome.Count());
        return ("Measurements judged", Count.Of(all), all == 0 ? "nothing was measured" : $"{failed} failed, {others} without a verdict");
    }
}
