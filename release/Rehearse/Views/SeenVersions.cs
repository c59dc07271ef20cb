using System.Collections.Immutable;
using ReleaseInfra.Cli.Rehearse.World;
using ReleaseInfra.Cli.Reports.Page;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Statistics;
using ReleaseInfra.Rehearsal.Telemetry;

namespace ReleaseInfra.Cli.Rehearse.Views;

/// <summary>What visitors met, minute by minute, with the weights that were read back by then.</summary>
internal sealed class SeenVersions(WorldPlan plan, RequestLedger ledger, ImmutableArray<JournalRecord> records)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ILookup<string, (DateTimeOffset At, TrafficReadBack Traffic)> _weights = records
        .Where(record => record.Entry is TrafficReadBack)
        .Select(record => (record.At, Traffic: (TrafficReadBack)record.Entry))
        .ToLookup(read => read.Traffic.Service, StringComparer.Ordinal);

    public ImmutableArray<ObservedVersion> All() =>
        [.. ((ReleaseBegan)records[0].Entry).Services.Where(service => service.Slot is not null).SelectMany(Of)];

    private IEnumerable<ObservedVersion> Of(ReleasedService service) =>
        from minute in ledger.All.ByMinute(plan.Apps[service.Service], withHealth: false)
        where minute.Version.Length > 0
        group minute by minute.Version into version
        let isNew = plan.NewVersions.Contains(version.Key)
        let tag = isNew ? service.To : service.From
        where tag is not null
        select new ObservedVersion(
            service.Service,
            tag.Text,
            isNew,
            [.. version.Select(minute => Interval(service.Service, version.Key, isNew, minute))]);

    private ObservedInterval Interval(string service, string version, bool isNew, MinuteTraffic seen)
    {
        var until = seen.Minute + Minute;
        var read = _weights[service].LastOrDefault(read => read.At < until).Traffic;
        return new ObservedInterval(
            seen.Minute,
            until,
            read?.Weights.GetValueOrDefault(version) ?? (isNew ? 0 : 100),
            new Tally(seen.Sum.Requests, seen.Sum.Failures),
            seen.Sum.Latencies.Percentile(95));
    }
}
