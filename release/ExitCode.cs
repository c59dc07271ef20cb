namespace ReleaseInfra.Cli;

/// <summary>How the command ended, for scripts; the same words stand in the terminal, the journal and the documents.</summary>
internal enum ExitCode
{
    Done = 0,
    Unexpected = 1,
    Configuration = 2,

    /// <summary>What was found is not what was meant: another plan than the agreed one, or drift.</summary>
    PlanChanged = 3,

    RolledBack = 4,
    Held = 5,
    EngineFailed = 6,
    Frozen = 7,
    Locked = 8,
    Interrupted = 130,
}
