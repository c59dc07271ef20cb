using System.Collections.Immutable;
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
    /// <exception cref="ReleaseFailure">There is a state, and it cannot be read.</exception>
    Task<AppliedStack?> RecallAsync(StackName stack, CancellationToken cancellation);

    /// <summary>What the configuration as it stands would change. Writes nothing anywhere.</summary>
    /// <param name="settings">Already checked; the program reads them once more, the way it does under any engine.</param>
    /// <returns>In the order of the URNs.</returns>
    /// <exception cref="ReleaseFailure">The program or the engine failed.</exception>
    Task<ImmutableArray<ResourceChange>> PreviewAsync(
        EnvironmentSettings settings,
        AppliedStack? applied,
        IProgress<EngineProgress> progress,
        CancellationToken cancellation);
}

/// <param name="Declared">Resources seen so far.</param>
internal readonly record struct EngineProgress(int Declared);
