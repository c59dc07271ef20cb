namespace ReleaseInfra.Rehearsal.Load;

internal static class InterlockedMax
{
    public static void Raise(ref long highest, long value)
    {
        var seen = Interlocked.Read(ref highest);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref highest, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
