using ReleaseInfra.Cli.Reports.Page.Timelines;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.States;

namespace ReleaseInfra.Cli.Reports.Page;

/// <summary>How a release ended, in words.</summary>
/// <param name="Kind"><c>passed</c>, <c>back</c>, <c>left</c>, <c>held</c> or <c>open</c>: those of a kind look alike.</param>
/// <param name="Headline">As in <c>v1.3.0 was rolled back</c>.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Meaning">For production: what became of it there, or would.</param>
internal sealed record ReportVerdict(string Kind, string Headline, string Why, string Meaning)
{
    public static ReportVerdict Of(ReportFacts facts)
    {
        var state = facts.Board.Standing.State;
        var what = What(facts);
        return state switch
        {
            Settled when facts.Began.IsAdopted => new("passed", $"{what} is in place", "It was carried out by others, and taken into a journal to be undone.", MeaningOf(facts, state)),
            Settled => new("passed", $"{what} passed", Passed(facts), MeaningOf(facts, state)),
            RolledBack rolledBack => new("back", $"{what} was rolled back", Sentence(rolledBack.Reason), MeaningOf(facts, state)),
            Aborted aborted => new("left", $"{what} was left", Sentence(aborted.Reason), MeaningOf(facts, state)),
            Held held => new("held", $"{what} is held", Sentence(held.Reason.Words), MeaningOf(facts, state)),
            RollingBack going => new("back", $"{what} is being rolled back", Sentence(going.Reason), MeaningOf(facts, state)),
            _ => new("open", $"{what} is under way", $"It is {state.Words}.", MeaningOf(facts, state)),
        };
    }

    /// <summary>The version, or how many where services go to different ones.</summary>
    private static string What(ReportFacts facts)
    {
        string[] versions = [.. facts.Began.Services.Select(service => service.To.Text).Distinct()];
        return versions is [var only] ? only : $"The release of {versions.Length} versions";
    }

    private static string Passed(ReportFacts facts)
    {
        var verdicts = facts.Services.SelectMany(service => service.Lanes).SelectMany(lane => lane.Marks)
            .Where(mark => !mark.Concludes).Select(mark => mark.Line).Distinct().Count();
        var watch = facts.States.Where(span => span.State is Watching).Sum(span => span.Took.TotalSeconds);
        return verdicts == 0
            ? "Every step was taken; no gate measured anything."
            : $"Its gates passed in every step and while all traffic was watched for {PlanText.Of(TimeSpan.FromSeconds(watch))}: "
                + $"{Count.Of(verdicts)} measurements.";
    }

    private static string MeaningOf(ReportFacts facts, RolloutState state) =>
        facts.Observed is { } observed ? InProduction(facts, observed, state) : InFact(facts, state);

    private static string InProduction(ReportFacts facts, Observed observed, RolloutState state) => state switch
    {
        Settled => $"In production this release would have all traffic on {What(facts)} after {Until(facts, facts.Summary.Completed)}, "
            + $"and {Requests(observed.Clients.Lost)} would be lost{Unnoticed(observed.Clients)}.",
        RolledBack when observed.Return is { } back => $"In production this release would go back by itself: old versions would serve everybody again "
            + $"{PlanText.Of(back)} after the decision, and {Requests(observed.Clients.FailedByFault + observed.Clients.Lost)} would have failed until then.",
        RolledBack => "In production this release would go back by itself, and old versions would serve everybody again.",
        Aborted => "In production this release would end here, before anything that runs is changed.",
        Held => "In production this release would stand still here until somebody goes on, or its deadline passes.",
        _ => "In production this release would be on its way at this point.",
    };

    /// <summary>A fault that stopped nothing: what it cost is no success.</summary>
    private static string Unnoticed(ClientFigures clients) =>
        clients.FailedByFault == 0 ? "" : $"; {Requests(clients.FailedByFault)} would fail by the fault, and no gate would say so";

    private static string InFact(ReportFacts facts, RolloutState state) => state switch
    {
        Settled => $"{What(facts)} has all traffic of {facts.Began.Stack}.",
        RolledBack when facts.Summary is { TurnedBack: { } turned, Restored: { } restored } =>
            $"Old versions have all traffic of {facts.Began.Stack} again, {PlanText.Of(restored - turned)} after the decision.",
        RolledBack => $"Old versions have all traffic of {facts.Began.Stack}; new ones never had any.",
        Aborted => $"Nothing that runs in {facts.Began.Stack} was changed.",
        _ => Weights(facts),
    };

    private static string Weights(ReportFacts facts) =>
        $"In {facts.Began.Stack}, " + string.Join(", ", facts.Services.Select(service =>
            $"{service.Released.Service} has {service.Weights[^1].Value:0} % on {service.New}")) + ".";

    private static string Until(ReportFacts facts, DateTimeOffset? moment) => PlanText.Of((moment ?? facts.Until) - facts.From);

    private static string Requests(long count) => count switch
    {
        0 => "no request",
        1 => "one request",
        _ => $"{Count.Of(count)} requests",
    };

    private static string Sentence(string text)
    {
        // A line never ends between a number and its percent.
        var whole = text.Replace(" %", "\u00a0%", StringComparison.Ordinal);
        var sentence = whole.Length == 0 ? whole : char.ToUpperInvariant(whole[0]) + whole[1..];
        return sentence.EndsWith('.') ? sentence : $"{sentence}.";
    }
}
