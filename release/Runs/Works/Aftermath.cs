namespace ReleaseInfra.Cli.Runs.Works;

/// <summary>After a rollback the stack's file says what runs, so that the next update changes nothing and brings nothing back.</summary>
internal sealed class Aftermath(Underway release)
{
    /// <exception cref="ReleaseFailure">The traffic is back, and the file or the engine's state is not.</exception>
    public async Task WriteBackAsync(CancellationToken cancellation)
    {
        // What the engine came to apply tells whether there is a new version to be named.
        var applied = await release.Stack.RecallAsync(cancellation);
        await new ConfigurationKeeping(release).KeepAsync(
            release.Written.Back(applied.Release, release.Stack.Read().Release), cancellation);
    }
}
