using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Plans;

/// <summary>Freezes in the time zone that they are written in, by this machine's data.</summary>
internal static class Calendars
{
    /// <exception cref="ReleaseFailure">This machine knows no such time zone.</exception>
    public static FreezeCalendar Of(FreezeSettings freezes, DateTimeOffset? incidentEnded)
    {
        try
        {
            return new FreezeCalendar(freezes, TimeZoneInfo.FindSystemTimeZoneById(freezes.TimeZone), incidentEnded);
        }
        catch (Exception absent) when (absent is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw ReleaseFailure.NoTimeZone(freezes.TimeZone, absent);
        }
    }
}
