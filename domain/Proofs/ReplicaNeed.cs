using System.Globalization;

namespace ReleaseInfra.Domain.Proofs;

/// <param name="Replicas">Ready ones; 0 where one that is started by the first request is early enough.</param>
/// <param name="Because">As in <c>40 requests a second of 0.5 s each, 10 at once in each replica</c>.</param>
public sealed record ReplicaNeed(int Replicas, string Because)
{
    /// <summary>By Little's law: as many requests are under way as come in during the time of one.</summary>
    /// <param name="concurrent">That a replica takes at once.</param>
    /// <param name="minimum">Configured; where it is 0, waiting for a first replica is what was chosen.</param>
    public static ReplicaNeed Of(double requestsPerSecond, TimeSpan each, int concurrent, int minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requestsPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(each, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrent, 1);
        var replicas = Math.Ceiling(requestsPerSecond * each.TotalSeconds / concurrent);
        var needed = replicas <= 1 ? Math.Min(1, minimum) : (int)Math.Min(replicas, int.MaxValue);
        return new ReplicaNeed(needed, string.Create(
            CultureInfo.InvariantCulture,
            $"{requestsPerSecond:0.##} requests a second of {each.TotalSeconds:0.###} s each, {concurrent} at once in each replica"));
    }
}
