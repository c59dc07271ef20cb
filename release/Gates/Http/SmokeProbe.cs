using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Gates.Http;

/// <summary>Asks a revision a list of things, one after the other: a later one may need what an earlier one did.</summary>
internal sealed class SmokeProbe(IProbeClient client, OwnRequests own, TimeProvider time)
{
    /// <param name="within">Of each request.</param>
    public async Task<ImmutableArray<SmokeResult>> RunAsync(
        ProbeTarget target, ImmutableArray<SmokeRequest> requests, TimeSpan within, CancellationToken cancellation)
    {
        var results = ImmutableArray.CreateBuilder<SmokeResult>();
        foreach (var request in requests)
            results.Add(new SmokeResult(request.Expected, await AskAsync(target, request, within, cancellation)));
        return results.ToImmutable();
    }

    private async Task<Reading<SmokeAnswer>> AskAsync(
        ProbeTarget target, SmokeRequest asked, TimeSpan within, CancellationToken cancellation)
    {
        using var request = asked.At(target);
        var reply = await client.SendAsync(request, within, cancellation);
        var now = time.GetUtcNow();
        if (reply is ProbeAnswered or ProbeTooLong)
            own.Record(target.Revision, now, reply is ProbeAnswered { Status: var status } ? status : ((ProbeTooLong)reply).Status);
        return reply switch
        {
            ProbeAnswered answered => new Measured<SmokeAnswer>(
                new SmokeAnswer(answered.Status, answered.Headers, answered.Body, answered.Took), now),
            ProbeTooLong tooLong => new Unreadable<SmokeAnswer>($"{asked.Expected.Request} answered with more than {tooLong.Limit} bytes"),
            ProbeUnanswered unanswered => new Unreadable<SmokeAnswer>(string.Create(
                CultureInfo.InvariantCulture,
                $"{asked.Expected.Request} was not answered within {unanswered.After.TotalSeconds:0.#} s: {unanswered.Why}")),
            _ => throw new InvalidOperationException($"Unknown reply {reply.GetType().Name}."),
        };
    }
}

/// <param name="Path">From the root, with its query.</param>
/// <param name="Headers">Of the request; <c>Content-Type</c> is that of its body.</param>
/// <param name="Body">Empty for none.</param>
internal sealed record SmokeRequest(
    HttpMethod Method, string Path, ImmutableSortedDictionary<string, string> Headers, string Body, SmokeExpectation Expected)
{
    private const string ContentType = "Content-Type";

    public HttpRequestMessage At(ProbeTarget target)
    {
        var request = new HttpRequestMessage(Method, target.At(Path));
        if (Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            request.Content.Headers.TryAddWithoutValidation(ContentType, Headers.GetValueOrDefault(ContentType, "application/json"));
        }

        foreach (var (name, value) in Headers.Where(header => header.Key != ContentType))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}

internal sealed record SmokeResult(SmokeExpectation Expected, Reading<SmokeAnswer> Answer);
