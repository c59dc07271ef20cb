namespace ReleaseInfra.Cli;

/// <content>What the reports on releases say no to.</content>
internal sealed partial class ReleaseFailure
{
    public static ReleaseFailure NoSince(string text, string allowed) => new(
        ExitCode.Configuration,
        $"'{text}' is not {allowed}.");

    public static ReleaseFailure SinceLiesAhead(string text) => new(
        ExitCode.Configuration,
        $"'{text}' has not come yet: nothing has happened since.");
}
