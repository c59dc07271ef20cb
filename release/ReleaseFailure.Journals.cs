using System.Globalization;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli;

internal sealed partial class ReleaseFailure
{
    public static ReleaseFailure JournalsUnknown(string stack, IEnumerable<Problem> problems) => new(
        ExitCode.Configuration,
        $"Where {stack} keeps its journals cannot be read: {string.Join(' ', problems.Select(problem => problem.ToString()))}");

    public static ReleaseFailure JournalsUnreachable(string container, string reason, string remedy, Exception cause) => new(
        ExitCode.EngineFailed, $"The journals in {container} cannot be reached. {Sentence(reason)} {remedy}", cause);

    public static ReleaseFailure JournalUnwritable(string file, string reason, string remedy, Exception cause) => new(
        ExitCode.EngineFailed,
        $"{file} could not be written, so nothing that depends on it was done. {Sentence(reason)} {remedy}",
        cause);

    public static ReleaseFailure JournalUncertain(string file, Exception cause) => new(
        ExitCode.EngineFailed,
        $"Nobody knows whether the last line of {file} stands, so this writer writes no other. {Sentence(cause.Message)} " +
        "Run 'release resume': it looks what stands before it goes on.",
        cause);

    public static ReleaseFailure JournalLeaseLost(string file, Exception cause) => new(
        ExitCode.Locked,
        $"The right to write {file} was lost: its lease ended before it could be renewed, or somebody broke it. Nothing more is written. " +
        "Run 'release resume', unless somebody else does.",
        cause);

    public static ReleaseFailure JournalFull(string file, Exception cause) => new(
        ExitCode.EngineFailed,
        $"{file} has 50000 lines, which is all that Azure keeps in an append blob: nothing more is written, so nothing more is done. " +
        "Put the weights that are wanted into the stack's file, run 'release up', and begin a new release.",
        cause);

    public static ReleaseFailure JournalTail(string file, long bytes) => new(
        ExitCode.EngineFailed,
        $"{file} has {bytes.ToString(CultureInfo.InvariantCulture)} bytes after its last line that no writer of a journal wrote, and an append blob " +
        "cannot be cut. Put back the last good copy of the blob, with its metadata.");

    public static ReleaseFailure JournalLineTooLong(string file, int length, int longest) => new(
        ExitCode.EngineFailed,
        $"A line for {file} has {length.ToString(CultureInfo.InvariantCulture)} bytes, and a block of an append blob takes " +
        $"{longest.ToString(CultureInfo.InvariantCulture)}: it was not written. Shorten the text in it.");
}
