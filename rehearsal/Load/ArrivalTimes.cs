namespace ReleaseInfra.Rehearsal.Load;

/// <summary>When requests are due, counted from the load's start; without an end.</summary>
internal static class ArrivalTimes
{
    public static IEnumerable<TimeSpan> Of(Arrivals arrivals, double perSecond, int seed) => arrivals switch
    {
        Arrivals.Constant => Constant(perSecond),
        Arrivals.Poisson => Poisson(perSecond, new SeededNumbers(seed)),
        _ => throw new ArgumentOutOfRangeException(nameof(arrivals), arrivals, "Arrivals are Constant or Poisson."),
    };

    private static IEnumerable<TimeSpan> Constant(double perSecond)
    {
        for (var number = 0L; ; number++)
            yield return TimeSpan.FromSeconds(number / perSecond);
    }

    private static IEnumerable<TimeSpan> Poisson(double perSecond, SeededNumbers numbers)
    {
        var seconds = 0.0;
        while (true)
        {
            seconds -= Math.Log(1 - numbers.Next()) / perSecond;
            yield return TimeSpan.FromSeconds(seconds);
        }
    }
}
