namespace ReleaseInfra.Cli;

/// <content>What the Pulumi CLI and its backend say no to.</content>
internal sealed partial class ReleaseFailure
{
    public static ReleaseFailure NoPulumi(Exception cause) => new(
        ExitCode.EngineFailed,
        "The engine 'pulumi' needs the pulumi executable, and none is on the search path: install it from " +
            "https://www.pulumi.com/docs/install, or use '--engine local'.",
        cause);

    public static ReleaseFailure PulumiUnfit(Exception cause) =>
        new(ExitCode.EngineFailed, $"The pulumi executable cannot be used: {Sentence(cause.Message)}", cause);

    public static ReleaseFailure NoStack(string stack, string backend) => new(
        ExitCode.EngineFailed,
        $"There is no stack '{stack}' in {backend}. Make it with 'pulumi stack init {stack}', or log in to the backend that has it with " +
            "'pulumi login'.");

    public static ReleaseFailure PulumiFailed(string reason, Exception? details) =>
        new(ExitCode.EngineFailed, $"pulumi says: {Sentence(reason)}", details);

    /// <param name="holder">Empty where the backend names nobody.</param>
    public static ReleaseFailure LockedInBackend(string stack, string holder) => new(
        ExitCode.Locked,
        $"{stack} is locked{(holder.Length == 0 ? " by another update" : $" {holder}")}. Run the command again when that is done. If its process " +
            $"is gone, take the lock away with 'pulumi cancel --stack {stack}'.");

    public static ReleaseFailure LeftThePlan(string stack, string reason) => new(
        ExitCode.PlanChanged,
        $"{stack} has changed since the preview, and the update stopped there: {Sentence(reason)} What was done before is kept. Run " +
            $"'release preview {stack}', and the command again.");

    public static ReleaseFailure PendingCreation(string stack, string urn) => new(
        ExitCode.EngineFailed,
        $"An earlier update of {stack} was cut off while it made {urn}: Azure may have it, and the state does not know. Run " +
            $"'pulumi refresh --stack {stack}', which asks what became of it, and then this again.");

    public static ReleaseFailure UnknownStep(string urn) => new(
        ExitCode.EngineFailed,
        $"pulumi plans a step for {urn} that this program does not know. Use a newer release of this program, or an older pulumi.");
}
