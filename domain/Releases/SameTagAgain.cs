namespace ReleaseInfra.Domain.Releases;

/// <summary>How the newest version is released once more, with another template: under a name that no revision has.</summary>
public abstract record SameTagAgain
{
    private protected SameTagAgain()
    {
    }

    /// <param name="running">The release that runs, in which the newest slot has a tag.</param>
    public static SameTagAgain After(BlueGreenRelease running)
    {
        var (newest, other) = (running.Newest, running.Newest.Other());
        // Above both, so that going back and forth between the slots never comes to the same name twice.
        var revision = 1 + (running[other].Tag == running[newest].Tag
            ? Math.Max(running[newest].Revision, running[other].Revision)
            : running[newest].Revision);
        return (running[newest].Weight, running[other].Weight) switch
        {
            (0, _) => new AgainInSlot(newest, revision),
            (_, 0) => new AgainInSlot(other, revision),
            _ => new AgainAfterShift(revision),
        };
    }
}

/// <param name="Slot">Without traffic.</param>
public sealed record AgainInSlot(Slot Slot, int Revision) : SameTagAgain;

/// <summary>Both slots carry traffic: neither may change before one has all of it.</summary>
public sealed record AgainAfterShift(int Revision) : SameTagAgain;
