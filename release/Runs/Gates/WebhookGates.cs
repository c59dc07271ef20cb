using System.Collections.Immutable;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>Somebody else's gate, asked about one service.</summary>
/// <param name="probe">Null where the key for the signature is not set.</param>
/// <param name="question">At a weight.</param>
internal sealed class WebhookGates(
    string service, WebhookProbe? probe, Func<int, WebhookQuestion> question, string missing, TimeSpan within, GateTerms terms, TimeProvider time)
    : IGateProbe
{
    private readonly GateOf _gate = new("webhook", service, terms);

    public ImmutableArray<GateOf> GatesIn(RolloutState state) => NewVersions.AreAsked(state, service) ? [_gate] : [];

    public void Enter(RolloutState state, DateTimeOffset now)
    {
    }

    public async Task<ImmutableArray<GateReading>> LookAsync(RolloutState state, CancellationToken cancellation)
    {
        if (!NewVersions.AreAsked(state, service))
            return [];
        var reading = probe is null
            ? new Unreadable<WebhookAnswer>(missing)
            : await probe.LookAsync(question(state.NewWeight(service)), within, cancellation);
        var numbers = reading.Select<GateNumbers>(answer => new GivenVerdict(WebhookRule.Judge(answer)));
        return [new GateReading(_gate, new Look(time.GetUtcNow(), terms.Interval, numbers), 0)];
    }
}
