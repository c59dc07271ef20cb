using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Engine;

/// <summary>What turns a stack's program into an environment.</summary>
internal interface IStackEngine
{
    /// <summary>As in <c>--engine</c> and in every output.</summary>
    string Name { get; }

    /// <summary>Where it keeps what it applied, for people.</summary>
    string StateLocation(StackName stack);

    /// <summary>What was applied last; null when nothing ever was.</summary>
    /// <exception cref="ReleaseFailure">
    /// There is a state, and it cannot be read; or inside <see cref="LockAsync"/>, and it must be repaired before an update.
    /// </exception>
    Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation);

    /// <summary>What the configuration as it stands would change. Writes nothing anywhere.</summary>
    /// <param name="settings">Already checked; the program reads them once more, the way it does under any engine.</param>
    /// <exception cref="ReleaseFailure">The program or the engine failed.</exception>
    Task<StackPlan> PreviewAsync(
        EnvironmentSettings settings,
        AppliedStack? applied,
        IProgress<EngineProgress> progress,
        CancellationToken cancellation);

    /// <summary>
    /// From here until it is disposed of the stack is one writer's, and an update is what was previewed. An engine whose backend
    /// locks only while it updates refuses a second writer there, and holds the update to the preview instead.
    /// </summary>
    /// <param name="purpose">The command, for whoever finds the stack locked.</param>
    /// <exception cref="ReleaseFailure">Somebody else has it.</exception>
    Task<IAsyncDisposable> LockAsync(StackName stack, string purpose, CancellationToken cancellation);

    /// <summary>Carries a plan out, inside <see cref="LockAsync"/>, and enters it in the history.</summary>
    /// <exception cref="ReleaseFailure">
    /// Azure refused a change, somebody else is updating, the stack is no longer as it was previewed, or the user interrupted. What
    /// was done until then is kept, and the next update completes it.
    /// </exception>
    Task<AppliedStack> ApplyAsync(
        StackPlan plan,
        UpdateKind kind,
        IProgress<AppliedChange> progress,
        CancellationToken cancellation);

    /// <summary>The updates so far, the oldest first.</summary>
    /// <exception cref="ReleaseFailure">There is a history, and it cannot be read.</exception>
    Task<ImmutableArray<StackUpdate>> HistoryAsync(StackName stack, CancellationToken cancellation);
}

/// <param name="Declared">Resources seen so far.</param>
internal readonly record struct EngineProgress(int Declared);
