using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Gates;

/// <summary>
/// What the probes themselves asked each revision, at a host that bypasses the weights. Azure's metrics count it like any request:
/// left in, a version with little traffic would seem to have more, and to be better than it is.
/// </summary>
internal sealed class OwnRequests
{
    private readonly Lock _guard = new();
    private readonly List<(string Revision, DateTimeOffset At, bool HasFailed)> _sent = [];

    /// <param name="status">HTTP; one without an answer was counted by nobody.</param>
    public void Record(string revision, DateTimeOffset at, int status)
    {
        lock (_guard)
            _sent.Add((revision, at, status >= 500));
    }

    /// <summary>At the edges of a window, a request may be counted in the one beside it: never less than nothing is left.</summary>
    public Tally Without(Tally all, string revision, Window window)
    {
        var (requests, failures) = (0, 0);
        lock (_guard)
        {
            foreach (var (asked, at, hasFailed) in _sent)
            {
                if (!window.Holds(at) || !asked.Equals(revision, StringComparison.OrdinalIgnoreCase))
                    continue;
                requests++;
                failures += hasFailed ? 1 : 0;
            }
        }

        var left = Math.Max(0, all.Requests - requests);
        return new Tally(left, Math.Clamp(all.Failures - failures, 0, left));
    }
}
