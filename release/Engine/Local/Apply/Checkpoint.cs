namespace ReleaseInfra.Cli.Engine.Local.Apply;

/// <summary>
/// When an update under way is written down. A write costs as much as there is to write: each waits until the work has doubled,
/// so that all of them together cost no more than two of the last one. Slow work is written down by the clock.
/// </summary>
internal sealed class Checkpoint(TimeProvider clock)
{
    private const int AtLeast = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private int _last;
    private long _at = clock.GetTimestamp();

    public bool IsDue(int done) =>
        done - _last >= Math.Max(AtLeast, _last) || (done > _last && clock.GetElapsedTime(_at) >= Longest);

    public void Note(int done) => (_last, _at) = (done, clock.GetTimestamp());
}
