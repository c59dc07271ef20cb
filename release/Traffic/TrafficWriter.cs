using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Azure.Resources;

namespace ReleaseInfra.Cli.Traffic;

/// <summary>
/// Writes an app's traffic only where it stands as this writer left it, and believes in a write only when it has read it back.
/// </summary>
/// <remarks>
/// Azure takes no condition with a write of traffic. A change that comes between the look before and the write is overwritten: the
/// time of one call is all that is left open.
/// </remarks>
internal sealed class TrafficWriter(ITraffic traffic, AzureId app, TrafficFence fence, TimeProvider time)
{
    // Azure shows a write at once, mostly; one whose answer was lost may be carried out late.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    public async Task<TrafficWrite> WriteAsync(StatedTraffic wanted, CancellationToken cancellation)
    {
        var looked = await TrafficReading.OfAsync(traffic, app, cancellation);
        if (looked is not TrafficRead { Live: var live })
            return new TrafficUnreadable(((TrafficNotRead)looked).Why);

        var before = fence.State;
        // Another write that may yet take effect would undo what stands: then this one must get in behind it.
        if (live.Equals(wanted.Table) && before.Pending.All(wanted.Table.Equals))
            return Find(wanted, "it stood so already.");
        if (!before.Holds(live))
            return new TrafficForeign(live, live.Against(before.Known), Sent: false);

        fence.Await(wanted.Table);
        var failure = await SendAsync(wanted, cancellation);
        return await ReadBackAsync(wanted, before, failure, cancellation);
    }

    /// <returns>Null where Azure says that it is done.</returns>
    private async Task<AzureFailure?> SendAsync(StatedTraffic wanted, CancellationToken cancellation)
    {
        try
        {
            await traffic.SetAsync(app, wanted.Entries, cancellation);
            return null;
        }
        catch (AzureFailure failure)
        {
            return failure;
        }
    }

    private async Task<TrafficWrite> ReadBackAsync(
        StatedTraffic wanted, FenceState before, AzureFailure? failure, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            var looked = await TrafficReading.OfAsync(traffic, app, cancellation);
            if (looked is TrafficRead { Live: var live })
            {
                if (live.Equals(wanted.Table))
                    return failure is null ? Write(wanted) : Find(wanted, failure.Message);
                if (!before.Holds(live))
                    return new TrafficForeign(live, live.Against(before.Known), Sent: true);
                if (failure is not null and not (AzureOutcomeUnknown or AzureUnexpectedAnswer))
                    return Refuse(failure);
            }

            if (time.GetElapsedTime(begun) >= Patience)
                return new TrafficUndecided(Undecided(looked, failure));
            await Task.Delay(Interval, time, cancellation);
        }
    }

    private TrafficWritten Write(StatedTraffic wanted)
    {
        fence.Accept(wanted.Table);
        return new TrafficWritten(wanted.Table);
    }

    private TrafficFound Find(StatedTraffic wanted, string why)
    {
        fence.Accept(wanted.Table);
        return new TrafficFound(wanted.Table, why);
    }

    private TrafficRefused Refuse(AzureFailure failure)
    {
        fence.Forget();
        return new TrafficRefused(failure.Message);
    }

    private static string Undecided(TrafficReading last, AzureFailure? failure)
    {
        var answer = failure?.Message ?? "Azure says that it is done.";
        return last is TrafficNotRead unread
            ? $"{answer} It cannot be read back: {unread.Why}"
            : $"{answer} It still stands as before: {((TrafficRead)last).Live}.";
    }
}
