using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Terminal;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Preview;

/// <summary>Recalls, reads, runs the program, compares: the same for who only looks and for who goes on.</summary>
internal sealed class Previewer(Workbench workbench, ITerminal terminal, TimeProvider clock)
{
    public async Task<PreviewResult> PreviewAsync(string name, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var stack = StackName.Find(name);
        var applied = stack is null ? null : await workbench.Engine.RecallAsync(stack, cancellation);
        return workbench.Read(name, applied?.Release) switch
        {
            Invalid<EnvironmentSettings> invalid => new NoPreview(invalid.Problems),
            Valid<EnvironmentSettings> valid => await PreviewAsync(valid.Value, applied, started, cancellation),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is neither valid nor invalid."),
        };
    }

    private async Task<PreviewResult> PreviewAsync(
        EnvironmentSettings settings,
        AppliedStack? applied,
        long started,
        CancellationToken cancellation)
    {
        var plan = await terminal.TrackAsync(
            $"Previewing {settings.Stack}",
            progress => workbench.Engine.PreviewAsync(settings, applied, new ResourceCount(progress), cancellation));
        return new Previewed(PreviewView.Of(plan, workbench, Problems(plan), clock.GetElapsedTime(started)), plan);
    }

    private ImmutableArray<Problem> Problems(StackPlan plan) => plan.From is { } running
        ? TemplateProblems.In(plan.Changes, Known(running.Release, plan.Release), (service, slot) => workbench.PlaceOf(plan.Stack, service, slot))
        : [];

    // Of a revision that stays, both releases have the tag: where it is not known what runs, what is to run says it.
    private static ReleaseSettings Known(ReleaseSettings running, ReleaseSettings next) =>
        new(next.Services.SetItems(running.Services));

    private sealed class ResourceCount(IProgress<string> progress) : IProgress<EngineProgress>
    {
        public void Report(EngineProgress value) => progress.Report($"{value.Declared} resources");
    }
}
