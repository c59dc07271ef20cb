using System.Collections.Immutable;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Domain.Freezes;

/// <summary>When an environment is frozen.</summary>
public sealed class FreezeCalendar
{
    private readonly FreezeSettings _settings;
    private readonly TimeZoneInfo _zone;
    private readonly DateTimeOffset? _incidentEnded;

    /// <param name="zone">The one that the settings name.</param>
    /// <param name="incidentEnded">Of a major incident that the settings do not know of yet; the last of the two counts.</param>
    public FreezeCalendar(FreezeSettings settings, TimeZoneInfo zone, DateTimeOffset? incidentEnded) =>
        (_settings, _zone, _incidentEnded) = (settings, zone, new[] { settings.IncidentEnded, incidentEnded }.Max());

    /// <summary>Every freeze that has a moment in common with the time between, in the order in which they begin.</summary>
    public ImmutableArray<FrozenSpan> Between(DateTimeOffset from, DateTimeOffset to) => IsEmpty ? [] :
    [
        .. Weekly(from, to).Concat(Periods()).Concat(AfterIncident())
            .Where(span => span.From < to && span.To > from)
            .OrderBy(span => span.From)
            .ThenBy(span => span.To)
            .ThenBy(span => span.Name, StringComparer.Ordinal),
    ];

    private bool IsEmpty => _settings is { Weekly: [], Periods: [] } && _incidentEnded is null;

    private IEnumerable<FrozenSpan> Weekly(DateTimeOffset from, DateTimeOffset to)
    {
        // One day more on either side: a window may have begun on the day before, and no zone is a day away from UTC.
        var last = DateOnly.FromDateTime(to.UtcDateTime).AddDays(1);
        for (var day = DateOnly.FromDateTime(from.UtcDateTime).AddDays(-2); day <= last; day = day.AddDays(1))
        {
            foreach (var freeze in _settings.Weekly)
            {
                if (!freeze.Days.Contains(day.DayOfWeek))
                    continue;
                yield return new FrozenSpan(
                    freeze.Name,
                    LocalTime.Begin(_zone, day, freeze.From),
                    LocalTime.End(_zone, freeze.To > freeze.From ? day : day.AddDays(1), freeze.To));
            }
        }
    }

    private IEnumerable<FrozenSpan> Periods() => _settings.Periods.Select(freeze => new FrozenSpan(
        freeze.Name,
        LocalTime.Begin(_zone, freeze.From, TimeOnly.MinValue),
        LocalTime.End(_zone, freeze.To.AddDays(1), TimeOnly.MinValue)));

    private IEnumerable<FrozenSpan> AfterIncident() => _incidentEnded is { } ended && _settings.AfterIncident > TimeSpan.Zero
        ? [new FrozenSpan("after-incident", ended.ToUniversalTime(), (ended + _settings.AfterIncident).ToUniversalTime())]
        : [];
}
