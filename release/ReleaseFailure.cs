namespace ReleaseInfra.Cli;

/// <summary>The command cannot go on, and its user can do something about it: one sentence, and how to end.</summary>
internal sealed class ReleaseFailure : Exception
{
    private ReleaseFailure(ExitCode code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    public ExitCode Code { get; }

    public static ReleaseFailure NoWorkspace(string folder) => new(
        ExitCode.Configuration,
        $"There is no Pulumi.yaml in {folder} or above it. Run the command inside the repository, or name it with --cwd.");

    public static ReleaseFailure UnknownStack(string name, IEnumerable<string> known) => new(
        ExitCode.Configuration,
        $"There is no stack '{name}'. The stacks are {string.Join(", ", known)}.");

    public static ReleaseFailure TwoFormats() => new(
        ExitCode.Configuration,
        "--json and --markdown exclude each other: choose one.");

    public static ReleaseFailure StateUnreadable(string file, string reason) => new(
        ExitCode.EngineFailed,
        $"{file} cannot be read: {reason} Put back the last good copy; without it nobody knows what exists.");

    public static ReleaseFailure StateUnwritable(string file, string reason, Exception cause) => new(
        ExitCode.EngineFailed,
        $"{file} cannot be written: {reason} Make its folder writable, with room on the disk, and run the command again.",
        cause);

    public static ReleaseFailure StateNewer(string file, int version, int known) => new(
        ExitCode.EngineFailed,
        $"{file} has format {version}, and this program knows formats up to {known}. Use the newer program that wrote it.");

    public static ReleaseFailure StateOfAnotherStack(string file, string stack, string expected) => new(
        ExitCode.EngineFailed,
        $"{file} is the state of '{stack}' and not of '{expected}'. Put the right file in its place.");

    /// <summary>The program itself said no, in words of its own.</summary>
    public static ReleaseFailure ProgramRefused(string reason, Exception cause) =>
        new(ExitCode.Configuration, reason, cause);

    public static ReleaseFailure ProgramFailed(string reason, Exception cause) =>
        new(ExitCode.EngineFailed, $"The stack's program failed: {reason}", cause);

    public static ReleaseFailure DuplicateResource(string urn) => new(
        ExitCode.EngineFailed,
        $"The stack's program declares {urn} twice. Names must differ under one parent.");

    public static ReleaseFailure EngineFailed(string reason, Exception cause) => new(ExitCode.EngineFailed, reason, cause);
}
