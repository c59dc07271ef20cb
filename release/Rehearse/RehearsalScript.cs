using System.Collections.Immutable;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Domain.Freezes;
using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Cli.Rehearse;

/// <summary>What is going to be rehearsed: the release as it would be planned, and from when on.</summary>
/// <param name="Settings">Of the stack as it is configured now.</param>
/// <param name="Start">By the rehearsal's clock.</param>
/// <param name="Assumed">What is supposed to be so, a sentence each.</param>
internal sealed record RehearsalScript(
    ReleaseRequest Request, EnvironmentSettings Settings, PlanMade Plan, DateTimeOffset Start, IReadOnlyList<string> Assumed);

/// <summary>Reads the script from a rehearsal's own copy of the workspace, in which it writes what it has to assume.</summary>
internal sealed class ScriptReader(Workbench bench, TimeProvider clock)
{
    /// <param name="at">When it plays; null for now, or for the end of the freezes that are in the way now.</param>
    /// <returns>The problems that keep the release from being planned, in the place of a script; none where there is nothing to release.</returns>
    /// <exception cref="ReleaseFailure">It is frozen for good, or what was asked for is no release.</exception>
    public async Task<(RehearsalScript? Script, ImmutableArray<Problem> Problems)> ReadAsync(
        ReleaseRequest request, DateTimeOffset? at, CancellationToken cancellation)
    {
        var assumed = new List<string>();
        if (request.Stack == StackName.Production.Name && await SupposeStagingAsync(request.Tag, cancellation))
            assumed.Add($"{StackName.Staging} is supposed to run {request.Tag.Text} with all traffic.");

        var start = at ?? clock.GetUtcNow();
        var outcome = await PlanAsync(request, start, cancellation);
        if (at is null && outcome is PlanMade { Plan.Freeze: Frozen { NextStart: { } next, By: var freeze } })
        {
            assumed.Add($"It is {next:yyyy-MM-dd HH:mm} UTC: until then the freeze '{freeze.Name}' is in the way.");
            (start, outcome) = (next, await PlanAsync(request, next, cancellation));
        }

        return outcome switch
        {
            PlanMade { Plan.Freeze: Frozen frozen } => throw ReleaseFailure.RehearsalFrozen(request.Stack, frozen.By.Name),
            PlanMade { Plan.Problems: { Length: > 0 } problems } => (null, problems),
            PlanMade made => (new RehearsalScript(request, Settings(request.Stack), made, start, assumed), []),
            PlanRefused refused => (null, refused.Problems),
            _ => (null, []),
        };
    }

    private Task<PlanOutcome> PlanAsync(ReleaseRequest request, DateTimeOffset at, CancellationToken cancellation) =>
        new PlanMaker(bench, new StoppedTime(at)).MakeAsync(request, cancellation);

    private EnvironmentSettings Settings(string stack) => bench.Read(stack, null) is Valid<EnvironmentSettings> valid
        ? valid.Value
        : throw new InvalidOperationException($"The configuration of {stack} was valid a moment ago.");

    /// <summary>Production takes what staging runs, and what has not been released anywhere is rehearsed too.</summary>
    private async Task<bool> SupposeStagingAsync(ImageTag tag, CancellationToken cancellation)
    {
        if (bench.Read(StackName.Staging.Name, null) is not Valid<EnvironmentSettings> { Value.Release: var running }
            || NextRelease.Of(running, tag, []) is not ReleaseBegins { Release: var begun })
            return false;
        var served = new ReleaseSettings(begun.Services.SetItems(begun.Services
            .Where(service => service.Value is BlueGreenRelease)
            .Select(service => KeyValuePair.Create<string, ServiceRelease>(service.Key, Served((BlueGreenRelease)service.Value)))));
        await bench.KeepAsync(bench.ReadWith(StackName.Staging, running, served), cancellation);
        return true;
    }

    private static BlueGreenRelease Served(BlueGreenRelease staged) => staged.Weighed(staged.Newest, 100);

    private sealed class StoppedTime(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
