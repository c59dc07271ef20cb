using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.Protection;
using ReleaseInfra.Cli.Preview;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Runs.Stacks;

/// <summary>Brings a stack's file, and then the stack, to a release. What stands so already is not touched.</summary>
/// <remarks>Inside the engine's lock of the stack.</remarks>
internal sealed class StackUpdates(Workbench workbench, StackName stack, TimeProvider time)
{
    /// <summary>The configuration as its files have it now.</summary>
    /// <exception cref="ReleaseFailure">It has problems.</exception>
    public EnvironmentSettings Read() => Settle(workbench.Read(stack.Name, null));

    /// <summary>What the engine applied last.</summary>
    /// <exception cref="ReleaseFailure">Nothing ever was, or it cannot be read.</exception>
    public async Task<AppliedStack> RecallAsync(CancellationToken cancellation) =>
        await workbench.Engine.RecallAsync(stack, cancellation)
        ?? throw ReleaseFailure.NothingApplied(stack.Name, workbench.Engine.StateLocation(stack));

    /// <exception cref="ReleaseFailure">The rules or the engine refuse it; the file then says what was wanted.</exception>
    public async Task ApplyAsync(ReleaseSettings release, CancellationToken cancellation)
    {
        await WriteAsync(release, cancellation);
        var previewed = await new Previewer(workbench, new QuietTerminal(), time).PreviewAsync(stack.Name, cancellation) switch
        {
            NoPreview none => throw ReleaseFailure.ReleaseRefused(stack.Name, none.Problems),
            Previewed { View.Problems: { Length: > 0 } problems } => throw ReleaseFailure.ReleaseRefused(stack.Name, problems),
            Previewed possible => possible,
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no result of a preview."),
        };
        RiskyChanges.Refuse(previewed.Plan, []);
        if (previewed.Plan.Pending.Any())
            await workbench.Engine.ApplyAsync(previewed.Plan, UpdateKind.Up, new Unseen(), cancellation);
    }

    private async Task WriteAsync(ReleaseSettings release, CancellationToken cancellation)
    {
        var applied = await RecallAsync(cancellation);
        // Before anything is written: a file that the rules refuse would stand in everybody's way.
        var edited = workbench.ReadWith(stack, applied.Release, release);
        Settle(edited.Settings);
        await workbench.KeepAsync(edited, cancellation);
    }

    private EnvironmentSettings Settle(Checked<EnvironmentSettings> read) => read switch
    {
        Valid<EnvironmentSettings> valid => valid.Value,
        Invalid<EnvironmentSettings> invalid => throw ReleaseFailure.ReleaseRefused(stack.Name, invalid.Problems),
        _ => throw new InvalidOperationException($"{read.GetType().Name} is neither valid nor invalid."),
    };

    private sealed class Unseen : IProgress<AppliedChange>
    {
        public void Report(AppliedChange value)
        {
        }
    }
}
