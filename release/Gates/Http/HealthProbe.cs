using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates.Http;

/// <summary>Asks a revision for its health. That it does not answer is a measurement too.</summary>
internal sealed class HealthProbe(IProbeClient client, OwnRequests own, TimeProvider time)
{
    public async Task<Reading<HealthAnswer>> LookAsync(ProbeTarget target, string path, TimeSpan within, CancellationToken cancellation) =>
        new Measured<HealthAnswer>(await AskAsync(target, path, within, cancellation), time.GetUtcNow());

    /// <summary>Several at once within one look: whether anything of it answers at all.</summary>
    public async Task<Reading<ImmutableArray<HealthAnswer>>> TryAsync(
        ProbeTarget target, string path, TimeSpan within, int tries, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, tries).Select(_ => AskAsync(target, path, within, cancellation)));
        return new Measured<ImmutableArray<HealthAnswer>>([.. answers], time.GetUtcNow());
    }

    private async Task<HealthAnswer> AskAsync(ProbeTarget target, string path, TimeSpan within, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target.At(path));
        var reply = await client.SendAsync(request, within, cancellation);
        if (reply is ProbeUnanswered unanswered)
            return new HealthUnanswered(unanswered.After, unanswered.Why);
        var status = reply is ProbeAnswered answered ? answered.Status : ((ProbeTooLong)reply).Status;
        own.Record(target.Revision, time.GetUtcNow(), status);
        return new HealthAnswered(status);
    }
}
