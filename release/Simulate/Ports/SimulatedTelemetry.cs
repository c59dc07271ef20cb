using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Gates;
using ReleaseInfra.Cli.Gates.Logs;
using ReleaseInfra.Cli.Simulate.World;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;
using ReleaseInfra.Domain.Statistics;

namespace ReleaseInfra.Cli.Simulate.Ports;

/// <summary>What services report of their requests, as late as logs are.</summary>
internal sealed class SimulatedTelemetry(SimulatedWorld world, SimulatedCalls calls) : ITelemetry
{
    private const string Nothing = "the workspace holds nothing";

    public IRequestSource Requests(TelemetryOf service) => new Source(this, Service(service));

    public ILatencySource Latencies(TelemetryOf service) => new Source(this, Service(service));

    private SimulatedService Service(TelemetryOf service) =>
        world.Services.First(one => one.Traits.Settings.Name == service.Role);

    /// <summary>The newest data; null where there are none.</summary>
    private async Task<Reading<DateTimeOffset>> NewestAsync(CancellationToken cancellation)
    {
        try
        {
            await calls.ReadAsync("workspace", cancellation);
        }
        catch (AzureFailure failure)
        {
            return new Unreadable<DateTimeOffset>(failure.Message.TrimEnd('.'));
        }

        if (world.Troubles.HasNoMetrics)
            return new NothingMeasured<DateTimeOffset>(Nothing);
        world.Visitors.ComeUntil(world.Now);
        var newest = world.Now - world.Lags.Between(SimulatedTimings.LogLag.Least, SimulatedTimings.LogLag.Most);
        return new Measured<DateTimeOffset>(newest, newest);
    }

    private sealed class Source(SimulatedTelemetry telemetry, SimulatedService service) : IRequestSource, ILatencySource
    {
        private readonly SimulatedVisitors _visitors = telemetry.Visitors;

        public async Task<Reading<RequestBatch>> ReadAsync(Window window, DateTimeOffset now, CancellationToken cancellation)
        {
            var reading = await telemetry.NewestAsync(cancellation);
            if (reading is not Measured<DateTimeOffset> { Value: var newest })
                return reading.Select<RequestBatch>(_ => throw new InvalidOperationException("It was not measured."));
            var bin = WindowTerms.Floor(newest);
            var closed = window with { Until = bin < window.Until ? bin : window.Until };
            var versions = ImmutableSortedDictionary.CreateBuilder<string, Tally>(StringComparer.OrdinalIgnoreCase);
            foreach (var version in service.Versions)
            {
                if (Sum(version, closed) is { Requests: > 0 } asked)
                    versions[version.Name] = asked;
            }

            return versions.Count == 0
                ? new NothingMeasured<RequestBatch>($"the logs hold nothing {window}")
                : BatchReading.Of(new RequestBatch(closed.From, closed.Until, versions.ToImmutable()), newest, now);
        }

        public async Task<Reading<LatencySample>> ReadAsync(string revision, int percentile, Window window, CancellationToken cancellation)
        {
            var reading = await telemetry.NewestAsync(cancellation);
            if (reading is not Measured<DateTimeOffset> { Value: var newest })
                return reading.Select<LatencySample>(_ => throw new InvalidOperationException("It was not measured."));
            if (service.Find(revision) is not { } version || Sum(version, window) is not { Requests: > 0 } asked)
                return new NothingMeasured<LatencySample>($"no requests of {revision} are known {window}");
            // Of the last twentieth of the window: where that much of it was slow, so is the percentile.
            var at = window.Until - ((window.Until - window.From) / 20);
            return new Measured<LatencySample>(new LatencySample(percentile, telemetry.Measured(version.P95(at)), asked.Requests), newest);
        }

        private Tally Sum(SimulatedVersion version, Window window)
        {
            var sum = default(Tally);
            var last = _visitors.MinuteOf(window.Until - TimeSpan.FromTicks(1));
            for (var minute = _visitors.MinuteOf(window.From); minute <= last; minute++)
                sum += version.Asked(minute);
            return sum;
        }
    }

    private SimulatedVisitors Visitors => world.Visitors;

    private double Measured(double milliseconds) => world.Lags.Around(milliseconds, 0.03);
}
