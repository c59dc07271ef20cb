using ReleaseInfra.Cli.Engine.Local.Locking;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Rehearsal;

using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli;

/// <summary>The command cannot go on, and its user can do something about it: one sentence, and how to end.</summary>
internal sealed partial class ReleaseFailure : Exception
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
        $"{file} cannot be read: {Sentence(reason)} Put back the last good copy; without it nobody knows what exists.");

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

    public static ReleaseFailure FolderUnwritable(string folder, Exception cause) => new(
        ExitCode.EngineFailed,
        $"{folder} cannot be written: {Sentence(cause.Message)} Make it writable, with room on the disk, and run the command again.",
        cause);

    public static ReleaseFailure FileUnwritable(string file, Exception cause) => new(
        ExitCode.EngineFailed,
        $"{file} cannot be written: {Sentence(cause.Message)} Make it writable, with room on the disk, and run the command again.",
        cause);

    public static ReleaseFailure HistoryUnreadable(string file, int line, string reason) => new(
        ExitCode.EngineFailed,
        $"Line {line} of {file} cannot be read: {reason}. Put back the last good copy of the file.");

    public static ReleaseFailure NoKey(string file) => new(
        ExitCode.EngineFailed,
        $"{file} is no key: it is too short. Put back the right one; or remove it, and every secret counts as changed once.");

    public static ReleaseFailure KeyReadableByOthers(string file) => new(
        ExitCode.EngineFailed,
        $"{file} can be read by others, and it is what secrets are compared with. Run: chmod 600 {file}");

    public static ReleaseFailure Locked(string stack, LockHolder? holder, string file) => new(
        ExitCode.Locked,
        holder is null
            ? $"{stack} has just been locked by another process. Run the command again when that is done."
            : $"{stack} is locked by process {holder.ProcessId} on {holder.Host} since {holder.Since:yyyy-MM-dd HH:mm:ss} UTC, for 'release {holder.Purpose} " +
                $"{stack}'. Run the command again when that is done. The lock of a process that died ends with it; where a network drive " +
                $"kept it, remove {file}.");

    public static ReleaseFailure NobodyToAsk(string verb, string stack) => new(
        ExitCode.Configuration,
        $"'release {verb} {stack}' asks before it changes anything, and here is nobody to ask. Pass --yes to go ahead.");

    public static ReleaseFailure Declined(string stack) => new(ExitCode.Interrupted, $"Nothing was changed in {stack}.");

    public static ReleaseFailure DataAtRisk(string stack, IReadOnlyCollection<string> urns) => new(
        ExitCode.Configuration,
        $"In {stack} this would delete or replace what holds data:\n{Listed(urns)}\nIf that is meant, and the data may go, name each: " +
        string.Join(' ', urns.Select(urn => $"--allow-replace '{urn}'")));

    public static ReleaseFailure Protected(string stack, IReadOnlyCollection<string> urns) => new(
        ExitCode.Configuration,
        $"In {stack} this would delete or replace what is protected:\n{Listed(urns)}\nIf that is meant, set protection.lockData to " +
        $"false in stacks/environments/{stack}.json and run 'release up {stack}' for that alone; then run this again.");

    public static ReleaseFailure NothingToAllow(IReadOnlyCollection<string> urns) => new(
        ExitCode.Configuration,
        $"--allow-replace names what is neither deleted nor replaced:\n{Listed(urns)}\nLeave it out, or take the URN from 'release preview STACK --json'.");

    public static ReleaseFailure ProductionStays() => new(
        ExitCode.Configuration,
        "production is never destroyed by this command. To take it down on purpose, delete its resource group in Azure after removing its locks.");

    public static ReleaseFailure NoTag(string text) => new(
        ExitCode.Configuration,
        $"'{text}' is not {ImageTag.Allowed}.");

    public static ReleaseFailure UnknownService(string stack, string service, IEnumerable<string> known) => new(
        ExitCode.Configuration,
        $"{stack} releases no service '{service}'. It releases {string.Join(", ", known)}.");

    public static ReleaseFailure ReleaseUnderWay(string stack, ReleaseUnderWay half) => new(
        ExitCode.Configuration,
        $"'{half.Service}' is between two versions in {stack}: blue {half.Release.Blue.Tag?.Text} has {half.Release.Blue.Weight} % and green " +
        $"{half.Release.Green.Tag?.Text} has {half.Release.Green.Weight} %. Give one of them all traffic first.");

    public static ReleaseFailure MigrationAlone() => new(
        ExitCode.Configuration,
        "The migration runs before the services of its version, and no service would change. Release it with them.");

    public static ReleaseFailure TwoKinds() => new(
        ExitCode.Configuration,
        "--hotfix and --security exclude each other: choose one.");

    public static ReleaseFailure BakeOfRegular() => new(
        ExitCode.Configuration,
        "--longest-bake is for a --hotfix or a --security fix: a regular release bakes as long as its configuration says.");

    public static ReleaseFailure NoTimeZone(string name, Exception cause) => new(
        ExitCode.EngineFailed,
        $"This machine's time zone data has no '{name}', in which freezes are written. Install the data (the package tzdata).",
        cause);

    public static ReleaseFailure NothingApplied(string stack, string state) => new(
        ExitCode.EngineFailed,
        $"Nothing was ever applied to {stack}: {state} has nothing of it. Run 'release up {stack}' first.");

    public static ReleaseFailure UnknownOutput(string stack, string name, IEnumerable<string> known) => new(
        ExitCode.Configuration,
        $"{stack} has no output '{name}'. Its outputs are {string.Join(", ", known)}.");

    public static ReleaseFailure SecretOutput(string name) => new(
        ExitCode.Configuration,
        $"The output '{name}' is secret, and is never shown. Read it in Azure.");

    public static ReleaseFailure AzureRefused(string urn, AzureError error) => new(
        ExitCode.EngineFailed,
        $"Azure refused {urn}: {error.Code}: {Sentence(error.Message)}");

    public static ReleaseFailure UpdateFailed(string verb, string stack, int done, int of, ReleaseFailure cause) => new(
        cause.Code,
        $"{Sentence(cause.Message)} {done} of {of} changes were made and are kept; once the cause is gone, 'release {verb} {stack}' makes the rest.",
        cause);

    public static ReleaseFailure UpdateInterrupted(string verb, string stack, int done, int of) => new(
        ExitCode.Interrupted,
        $"Interrupted: {done} of {of} changes were made and are kept. 'release {verb} {stack}' makes the rest.");

    public static ReleaseFailure UnknownEngine(string name, IEnumerable<string> known) => new(
        ExitCode.Configuration,
        $"There is no engine '{name}'. The engines are {string.Join(", ", known)}.");

    public static ReleaseFailure NoSubscription(string stack) => new(
        ExitCode.Configuration,
        $"Nothing says which subscription {stack} is in. Set azure-native:subscriptionId in Pulumi.{stack}.yaml, or ARM_SUBSCRIPTION_ID.");

    public static ReleaseFailure NoSite(string name) => new(ExitCode.EngineFailed, $"Azure has no site {name}.");

    public static ReleaseFailure AzureFailed(AzureFailure failure) =>
        new(ExitCode.EngineFailed, $"{Sentence(failure.Message)} {AzureRemedy.For(failure)}", failure);

    public static ReleaseFailure NoJournal(string stack, string release, IReadOnlyCollection<string> known) => new(
        ExitCode.Configuration,
        $"{stack} has no journal of a release '{release}'. " +
        (known.Count == 0 ? "It has none at all." : $"Its journals are {string.Join(", ", known)}."));

    public static ReleaseFailure JournalExists(string stack, string release) => new(
        ExitCode.Locked,
        $"A release '{release}' of {stack} began already. Run 'release resume {stack}' to go on with it.");

    public static ReleaseFailure JournalBroken(string file, int line, string reason) => new(
        ExitCode.EngineFailed,
        $"Line {line} of {file} is not what was written: {Sentence(reason)} From there on nothing in it can be trusted. Put back the last good copy " +
        "of the file and of its head, and keep the broken one: somebody may want to know who changed it.");

    public static ReleaseFailure JournalHeadBroken(string file, string reason) => new(
        ExitCode.EngineFailed,
        $"{file} cannot be read: {Sentence(reason)} Without it nobody knows whether the journal is whole. Put back the last good copy of both.");

    public static ReleaseFailure JournalNewer(string file, int line, int version, int known) => new(
        ExitCode.EngineFailed,
        $"Line {line} of {file} has format {version}, and this program knows formats up to {known}. Use the newer program that wrote it.");

    public static ReleaseFailure NotAJournal(string path) => new(
        ExitCode.EngineFailed,
        $"{path} stands among the journals, and its name is no release's. Move it elsewhere.");

    public static ReleaseFailure JournalHeld(string file, string? holder) => new(
        ExitCode.Locked,
        holder is null
            ? $"{file} has just been taken by another writer. Wait until that is done."
            : $"{file} is being written by {holder}. Wait until that is done; the right to write of a process that died ends with it.");

    public static ReleaseFailure JournalTakenOver(string file, string holder, int epoch, int own) => new(
        ExitCode.Locked,
        $"{file} was taken over by {holder} in epoch {epoch}, and this writer is of epoch {own}: nothing more is written. The release is theirs now.");

    public static ReleaseFailure JournalChanged(string file) => new(
        ExitCode.Locked,
        $"{file} was changed by somebody else since the last line of this writer: nothing more is written.");

    public static ReleaseFailure DiskFull(string file, Exception cause) => new(
        ExitCode.EngineFailed,
        $"The disk is full: {file} could not be written, so nothing that depends on it was done. Make room, then run 'release resume'.",
        cause);

    private static string Listed(IEnumerable<string> urns) => string.Join('\n', urns.Select(urn => $"  {urn}"));

    private static string Sentence(string message) => message.TrimEnd().EndsWith('.') ? message.TrimEnd() : message.TrimEnd() + ".";
}
