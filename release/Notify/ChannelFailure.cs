namespace ReleaseInfra.Cli.Notify;

/// <summary>
/// Somebody was not told. The message goes into a journal that many may read: it never has an address, a key or what a server
/// said, which may repeat them.
/// </summary>
internal sealed class ChannelFailure : Exception
{
    private ChannelFailure(string message)
        : base(message)
    {
    }

    public static ChannelFailure NotSet(string channel, string variable) =>
        new($"'{channel}' has no use of {variable}, which is not set. Set it where the release runs.");

    public static ChannelFailure NoAddress(string channel, string variable) =>
        new($"'{channel}' needs an https address in {variable}, and what is there is none. Set it to the whole address, with its scheme.");

    public static ChannelFailure Refused(string channel, int status, string variable) => new(
        status is 401 or 403 or 404 or 410
            ? $"'{channel}' answered {status}: what {variable} holds is not valid there (any more). Make a new one, and set it."
            : status is >= 300 and < 400
                ? $"'{channel}' answered {status}, which leads elsewhere and is not followed. Set {variable} to the address that it leads to."
                : status is 429 or >= 500
                    ? $"'{channel}' answered {status}, twice. Look whether the service is well."
                    : $"'{channel}' answered {status}, so it did not take the notice. Look whether {variable} is of a channel of this kind.");

    public static ChannelFailure AskedToWait(string channel, int status, TimeSpan wait) => new(FormattableString.Invariant(
        $"'{channel}' answered {status} and asked to come back after {Math.Ceiling(wait.TotalSeconds)} s, which is longer than a notice may take. Send it less, by 'events' or 'severity'."));

    /// <param name="how">As in "could not be reached: ...".</param>
    public static ChannelFailure Unreachable(string channel, string how, string variable) =>
        new($"'{channel}' could not be reached: {how}. Look at the address in {variable}, and whether this machine may connect to it.");

    public static ChannelFailure TooSlow(string channel, TimeSpan within) => new(FormattableString.Invariant(
        $"'{channel}' did not take the notice within {within.TotalSeconds:0} s. Look whether the service is well, and whether this machine may connect to it."));

    public static ChannelFailure CommandEnded(string channel) =>
        new($"'{channel}' was not told before the command ended. Look whether the service is well.");

    public static ChannelFailure MailRefused(string channel, string server, string how) =>
        new($"'{channel}' could not send through {server}: {how}.");

    public static ChannelFailure Unexpected(string channel, Exception exception) =>
        new($"'{channel}' failed in a way that is a defect of this program: {exception.GetType().Name}.");
}
