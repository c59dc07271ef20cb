using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Gates;

/// <summary>Requests and failures of each revision, batch by batch: none is given twice, and none is left out.</summary>
/// <remarks>
/// A batch is closed by being <see cref="Measured{T}"/>, and the next one begins where it ended. Every other reading closes nothing:
/// its time is asked for again, so only measured batches may be added up. Data that come later than the terms' lag are missed.
/// </remarks>
/// <param name="begun">Or where the last batch ended, to go on from there.</param>
internal sealed class RequestProbe(IRequestSource source, WindowTerms terms, DateTimeOffset begun, TimeProvider time)
{
    /// <summary>Where the next batch begins.</summary>
    public DateTimeOffset From { get; private set; } = WindowTerms.FirstAfter(begun);

    /// <summary>Whether there is anything to ask for: before, a look says that nothing was measured, which is no news.</summary>
    public bool HasClosed => terms.Closed(From, time.GetUtcNow()) is not null;

    public async Task<Reading<RequestBatch>> LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (terms.Closed(From, now) is not { } window)
            return new NothingMeasured<RequestBatch>($"no window has closed since {From.UtcDateTime:HH:mm:ss} UTC");
        var reading = await source.ReadAsync(window, now, cancellation);
        if (reading is Measured<RequestBatch> measured)
            From = measured.Value.Until;
        return reading;
    }
}
