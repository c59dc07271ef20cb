namespace ReleaseInfra.Release.Tests.Processes;

/// <summary>What an update's process has been seen to do, in the order in which it does it.</summary>
internal enum Landmark
{
    Started,

    /// <summary>It has written the first file of its own.</summary>
    Locked,

    /// <summary>It has said in the history that it begins; from here on it changes things.</summary>
    Recorded,

    /// <summary>It has said there how it ended, and only has to go.</summary>
    Concluded,

    Ended,
}
