using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

/// <summary>Calls that Azure may answer before it is done: polled to their end, whatever the first answer's status.</summary>
/// <remarks>Where to ask, in this order: <c>Azure-AsyncOperation</c>, <c>Location</c>, the resource's own provisioningState.</remarks>
internal sealed class LongRunningCalls(AzureCalls calls, TimeProvider time)
{
    private const int Accepted = 202;

    // Where Azure does not say how long it wants to be left alone.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <param name="limit">Of all the polling; when it passes, nobody knows how the operation ends.</param>
    /// <exception cref="AzureOperationFailed">It ended, and not well.</exception>
    /// <exception cref="AzureOutcomeUnknown">The limit passed first, or Azure could not be asked any more.</exception>
    public async Task<EndedOperation> CompleteAsync(AzureRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        var first = await calls.SendAsync(request, cancellation);
        if (OperationPoll.After(first, request) is not { } poll)
            return new EndedOperation(first, first);

        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            return new EndedOperation(first, await PollAsync(first, poll, either.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && deadline.IsCancellationRequested)
        {
            throw new AzureOutcomeUnknown(first.Call, $"it had not ended after {Words.Of(limit)}.");
        }
        catch (AzureUnreachable unreachable)
        {
            throw new AzureOutcomeUnknown(first.Call, $"it was accepted, and then {unreachable.Message}", unreachable);
        }
    }

    private async Task<AzureAnswer> PollAsync(AzureAnswer first, OperationPoll poll, CancellationToken cancellation)
    {
        var last = first;
        while (true)
        {
            await Task.Delay(last.RetryAfter ?? Interval, time, cancellation);
            last = await calls.SendAsync(poll.Request(calls, first.Call), cancellation);
            if (poll.IsOver(first.Call, last))
                return await ResultAsync(first, last, poll, cancellation);
            // A service may move its operation's address from one poll to the next.
            if (poll is LocationPoll && last is { Status: Accepted, Location: { } moved })
                poll = new LocationPoll(moved);
        }
    }

    /// <summary>A status says that something is done; what a POST gives stands at its Location.</summary>
    private async Task<AzureAnswer> ResultAsync(AzureAnswer first, AzureAnswer last, OperationPoll poll, CancellationToken cancellation) =>
        poll is StatusPoll && first is { Call.Method: "POST", Location: { } location }
            ? await calls.SendAsync(AzureRequest.GetAt(calls.AddressOf(first.Call, location)), cancellation)
            : last;
}

/// <summary>An operation that ended well.</summary>
/// <param name="First">To the call itself.</param>
/// <param name="Last">The same, where it was done at once.</param>
internal sealed record EndedOperation(AzureAnswer First, AzureAnswer Last);
