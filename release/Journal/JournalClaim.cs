namespace ReleaseInfra.Cli.Journal;

/// <summary>What to do where somebody else has the right to write a journal.</summary>
/// <remarks>
/// A file's lock ends with its process, so there both are the same: who lives is never put out. Azure cannot tell a dead writer from
/// one that is silent: there a lease ends 60 seconds after it was last renewed, unless it is broken.
/// </remarks>
internal abstract record JournalClaim
{
    private protected JournalClaim()
    {
    }

    /// <summary>Without telling anybody.</summary>
    public static JournalClaim Wait { get; } = new WaitingClaim(_ => { });

    public static JournalClaim Break { get; } = new BreakingClaim();
}

/// <summary>Until the lease of a writer that died has surely ended; who still has it then is alive, and the claim is refused.</summary>
/// <param name="Tell">Before each wait.</param>
internal sealed record WaitingClaim(Action<HeldJournal> Tell) : JournalClaim;

/// <summary>
/// At once, also from a writer that lives: for who must not wait, as a rollback. The former writer is not told; its next line is refused,
/// by its lease and by its epoch, before it is written, and it ends. What it had begun in Azure by then goes on.
/// </summary>
internal sealed record BreakingClaim : JournalClaim;

/// <param name="Holder">Null where a writer has just taken it, and written nothing.</param>
/// <param name="Left">The longest that is waited from now on.</param>
internal sealed record HeldJournal(string Journal, string? Holder, TimeSpan Left)
{
    public string Words =>
        $"{Journal} is being written by {Holder ?? "another writer"}: waiting up to {Math.Ceiling(Left.TotalSeconds):0} seconds. " +
        "The right to write of a process that died ends by then.";
}
