using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>Gathers what a rollback on App Service depends on. What cannot be read is not known; it judges nothing.</summary>
/// <param name="scheme">Of the hosts of site and slot.</param>
internal sealed class SiteFactsReader(ISites sites, IProbeClient http, VersionFactsReader version, string scheme = "https")
{
    private const string Docker = "DOCKER|";

    public async Task<SiteRollbackFacts> ReadAsync(SiteTarget target, CancellationToken cancellation)
    {
        var site = await FactOf.AskAsync(async () => FactOf.Found(await sites.FindAsync(target.Site, cancellation)));
        var running = target.Slot is { } slot ? await SlotAsync(target, site, slot, cancellation) : site;
        var parts = ImmutableArray.Create(new SitePartFact(target.Site.Name, StateOf(site)));
        return new SiteRollbackFacts(
            target.Name,
            target.Slot is null ? parts : parts.Add(new SitePartFact(target.Name, StateOf(running))),
            // Where there is no site its part says so.
            site is Absent<SiteState> ? new NotKnown<string>("there is no site") : site.Of(found => new Known<string>(Words(found.RampUp))),
            await AnswerAsync(target, running, cancellation),
            await version.ImagesAsync(ImagesOf(running), cancellation),
            await version.SecretsAsync(target.Secrets, cancellation),
            target.Schema);
    }

    private Task<Fact<SiteState>> SlotAsync(SiteTarget target, Fact<SiteState> site, string slot, CancellationToken cancellation) =>
        site is Known<SiteState>
            ? FactOf.AskAsync(async () => FactOf.Found(
                (await sites.SlotsAsync(target.Site, cancellation)).FirstOrDefault(found => found.Name.Equals(slot, StringComparison.OrdinalIgnoreCase))))
            : Task.FromResult(site);

    private async Task<Fact<SiteAnswer>> AnswerAsync(SiteTarget target, Fact<SiteState> running, CancellationToken cancellation)
    {
        if (running is not Known<SiteState> { Value.Host: { Length: > 0 } host })
            return new NotKnown<SiteAnswer>("its host is not known");

        var address = new Uri(new Uri($"{scheme}://{host}/"), target.HealthPath);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await http.SendAsync(request, target.AnswersWithin, cancellation) switch
        {
            ProbeAnswered answered => new Known<SiteAnswer>(new SiteAnswer($"{address}", answered.Status)),
            ProbeTooLong answered => new Known<SiteAnswer>(new SiteAnswer($"{address}", answered.Status)),
            ProbeUnanswered unanswered => new NotKnown<SiteAnswer>($"{address} gave no answer: {unanswered.Why}"),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no reply."),
        };
    }

    private static Fact<string> StateOf(Fact<SiteState> site) => site.Of<SiteState, string>(found => found.State is { } state
        ? new Known<string>(state)
        : new NotKnown<string>("Azure does not say whether it runs"));

    private static IEnumerable<string> ImagesOf(Fact<SiteState> running) =>
        running is Known<SiteState> { Value.Runs: { } runs } && runs.StartsWith(Docker, StringComparison.OrdinalIgnoreCase)
            ? [runs[Docker.Length..]]
            : [];

    private static string Words(ImmutableArray<RampUpRule> rules) => rules is []
        ? "everything goes to the site"
        : string.Join(", ", rules.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Percent:0.##}% to {rule.Name}")));
}
