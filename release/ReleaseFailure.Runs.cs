using System.Collections.Immutable;
using System.Globalization;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Cli;

/// <summary>What ends a release under way, or keeps one from going on.</summary>
internal sealed partial class ReleaseFailure
{
    public static ReleaseFailure ReleaseRefused(string stack, ImmutableArray<Problem> problems) => new(
        ExitCode.Configuration,
        $"The configuration of {stack} does not allow it: {string.Join(' ', problems.Select(problem => $"{problem.Code}: {Sentence(problem.Message)} {Sentence(problem.Remedy)}"))}");

    public static ReleaseFailure MigrationUnknown(string job) => new(
        ExitCode.EngineFailed,
        $"Nobody knows whether {job} began, and Azure lists no execution. Look at the job in Azure before it is started again.");

    public static ReleaseFailure ConfigurationOfOthers(string stack) => new(
        ExitCode.Configuration,
        $"Pulumi.{stack}.yaml is not of this release any more: somebody has changed a service that it moves. Put the file back as the release left it " +
        "('git diff' shows the change), and run the command again.");

    public static ReleaseFailure OtherPlan(string stack, string agreed, string now) => new(
        ExitCode.PlanChanged,
        $"The plan of {stack} is {now[..12]} now, and {agreed} was agreed to: something that it follows from has changed. Look at 'release plan' again.");

    public static ReleaseFailure ReleaseOpen(string stack, string release, string state) => new(
        ExitCode.Locked,
        $"The release {release} of {stack} is {state}. Go on with it by 'release resume {stack}', or leave it by 'release abort {stack} --reason ...'.");

    public static ReleaseFailure NoRelease(string stack) => new(
        ExitCode.Configuration,
        $"{stack} has no release under way. 'release run {stack} --tag ...' begins one.");

    public static ReleaseFailure NothingToRollBack(string stack) => new(
        ExitCode.Configuration,
        $"In {stack} there is nothing to go back to: no service has an older version beside the one that serves.");

    public static ReleaseFailure NotTakenUp(string stack, string holder) => new(
        ExitCode.Locked,
        $"The release of {stack} is carried by {holder}, which has not done what was asked of it. End that process, and run the command again: it takes the " +
        "release over.");

    public static ReleaseFailure CannotBeAsked(string stack, ReleaseFailure held) => new(
        ExitCode.Locked,
        $"{Sentence(held.Message)} It cannot be asked from here: the journals of {stack} are in Azure, and it may run on any machine. End it where it runs, " +
        $"and run the command again: it takes the release over. 'release rollback {stack} --reason ...' does so at once.",
        held);

    public static ReleaseFailure NotHeld(string stack, string state) => new(
        ExitCode.Configuration,
        $"The release of {stack} is {state}, and waits for nobody's word.");

    public static ReleaseFailure NoRehearsal(string file, string why) => new(
        ExitCode.Configuration,
        $"The variable RELEASE_REHEARSAL names '{file}', and no rehearsal is found by it: {why.TrimEnd('.')}. Only 'release rehearse' sets it.");

    public static ReleaseFailure RehearsalFrozen(string stack, string freeze) => new(
        ExitCode.Frozen,
        $"The freeze '{freeze}' is in the way of a release of {stack}, and no gap between two freezes is long enough for it. Rehearse a hotfix with --hotfix, or make the release shorter.");

    public static ReleaseFailure NoAppCommand(string text) => new(
        ExitCode.Configuration,
        $"--app '{text}' is no SERVICE=COMMAND, such as web=\"node server.js\", or its service has one already.");

    public static ReleaseFailure RehearsalNotStarted(TimeSpan within, IEnumerable<string> versions) => new(
        ExitCode.EngineFailed,
        $"Not everything was up within {PlanText.Of(within)}: {string.Join(", ", versions)}. The rehearsal's logs say why: run it with --keep.");

    public static ReleaseFailure NoRate(double rate) => new(
        ExitCode.Configuration,
        string.Create(CultureInfo.InvariantCulture, $"--rps {rate} is no rate: it is above 0, and no more than this machine can send."));

    public static ReleaseFailure NoSpeed(double speed) => new(
        ExitCode.Configuration,
        string.Create(CultureInfo.InvariantCulture, $"--speed {speed} is none: 1 is as fast as the machine's clock, {Rehearse.RehearsalTempo.Highest} the most."));

    public static ReleaseFailure RehearsalUnwell(string version, string lastWords) => new(
        ExitCode.EngineFailed,
        $"{version}, which runs before the release, does not work here, so that nothing can be told from releasing another one. It wrote last: " +
            $"{(lastWords.Length > 0 ? lastWords.TrimEnd() : "nothing.")}");

    public static ReleaseFailure NothingToSimulate(int releases) => new(
        ExitCode.Configuration, string.Create(CultureInfo.InvariantCulture, $"--simulate {releases} simulates nothing: it takes 1 release or more."));
}
