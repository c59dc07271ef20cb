using System.Globalization;

namespace ReleaseInfra.Rehearsal.Arm.Http;

internal static class RetryAfter
{
    /// <summary>Whole seconds, never fewer than asked for.</summary>
    public static string Seconds(TimeSpan wait) => ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
