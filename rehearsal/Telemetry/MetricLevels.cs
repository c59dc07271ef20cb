using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Arm.Metrics;

namespace ReleaseInfra.Rehearsal.Telemetry;

/// <summary>Metrics that stay as they are until something changes them: a database's load, a revision's replicas.</summary>
public sealed class MetricLevels(TimeProvider time)
{
    private static readonly ImmutableSortedDictionary<string, string> Alone = ImmutableSortedDictionary<string, string>.Empty;

    private readonly Lock _guard = new();
    private readonly Dictionary<string, List<Series>> _series = new(StringComparer.OrdinalIgnoreCase);

    public void Set(string resourceId, string metric, double value) => Set(resourceId, metric, Alone, value);

    /// <param name="dimensions">As Azure names them.</param>
    public void Set(string resourceId, string metric, ImmutableSortedDictionary<string, string> dimensions, double value) =>
        Note(resourceId, metric, dimensions, value);

    /// <summary>From now on there is nothing to measure.</summary>
    public void End(string resourceId, string metric, ImmutableSortedDictionary<string, string> dimensions) =>
        Note(resourceId, metric, dimensions, null);

    /// <summary>A sample for each minute up to now, of all that held in it.</summary>
    internal ImmutableArray<MetricSample> Read(MetricRange range)
    {
        var now = time.GetUtcNow();
        lock (_guard)
        {
            return !_series.TryGetValue(KeyOf(range.ResourceId, range.Metric), out var found)
                ? []
                : [.. found.SelectMany(series => Minutes
                    .Of(range.From > series.Begun ? range.From : series.Begun, range.To, now)
                    .Select(series.At)
                    .OfType<MetricSample>())];
        }
    }

    private void Note(string resourceId, string metric, ImmutableSortedDictionary<string, string> dimensions, double? value)
    {
        var now = time.GetUtcNow();
        lock (_guard)
        {
            var key = KeyOf(resourceId, metric);
            if (!_series.TryGetValue(key, out var all))
                _series[key] = all = [];
            var series = all.Find(known => known.Dimensions.SequenceEqual(dimensions));
            if (series is null)
                all.Add(series = new Series(dimensions));
            series.Note(now, value);
        }
    }

    private static string KeyOf(string resourceId, string metric) => $"{resourceId}\n{metric}";

    private sealed class Series(ImmutableSortedDictionary<string, string> dimensions)
    {
        // In the order of time.
        private readonly List<(DateTimeOffset At, double? Value)> _values = [];

        public ImmutableSortedDictionary<string, string> Dimensions => dimensions;

        /// <summary>Never before its first value.</summary>
        public DateTimeOffset Begun => _values[0].At;

        public void Note(DateTimeOffset at, double? value)
        {
            if (_values.Count == 0 || _values[^1].Value != value)
                _values.Add((at, value));
        }

        public MetricSample? At(DateTimeOffset minute)
        {
            var end = minute + Minutes.One;
            var first = Math.Max(0, _values.FindLastIndex(noted => noted.At <= minute));
            double[] held = [.. _values.Skip(first).TakeWhile(noted => noted.At < end).Select(noted => noted.Value).OfType<double>()];
            return held is [] ? null : new MetricSample(minute, dimensions, held.Sum(), held.Length, held.Min(), held.Max());
        }
    }
}
