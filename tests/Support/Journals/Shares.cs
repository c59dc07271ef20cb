using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Domain.Traffic;

namespace ReleaseInfra.Tests.Support.Journals;

/// <summary>Shares of requests of <c>web</c>, moved from 0 to 10 %.</summary>
public static class Shares
{
    public static ObservedShare Of(long toNew, long toOld) => None.Observe(new RequestBatch(
        Beginnings.Noon,
        Beginnings.Noon.AddMinutes(1),
        ImmutableSortedDictionary<string, Tally>.Empty
            .Add("web--blue-v1-2-2", new Tally(toOld, 0))
            .Add("web--green-v1-2-3", new Tally(toNew, toNew / 2))));

    /// <summary>Metrics know neither version yet.</summary>
    public static ObservedShare None { get; } = new("web--green-v1-2-3", "web--blue-v1-2-2", weight: 10, before: 0, Beginnings.Noon);
}
