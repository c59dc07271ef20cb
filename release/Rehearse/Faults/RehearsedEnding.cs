namespace ReleaseInfra.Cli.Rehearse.Faults;

/// <summary>How a rehearsed release ends.</summary>
internal enum RehearsedEnding
{
    /// <summary>The new version serves, and the watch has passed.</summary>
    Settled,

    /// <summary>The old version has all traffic again.</summary>
    RolledBack,

    /// <summary>It waited for people who did not come. Where it had traffic on both versions, it goes back in the end.</summary>
    Held,

    /// <summary>Left before anything that runs was changed.</summary>
    Aborted,
}

internal static class RehearsedEndings
{
    public static string Words(this RehearsedEnding ending) => ending switch
    {
        RehearsedEnding.Settled => "settled",
        RehearsedEnding.RolledBack => "rolled back",
        RehearsedEnding.Held => "held",
        RehearsedEnding.Aborted => "aborted",
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "There is no such ending."),
    };
}
