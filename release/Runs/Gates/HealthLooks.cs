using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Gates.Rules;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>A service's new version, asked at its own address whatever its weight.</summary>
/// <param name="asking">Null where nothing runs that could be asked.</param>
internal sealed class HealthLooks(WeighedWorkload workload, Asking? asking, string path)
{
    private const int Tries = 3;

    /// <summary>Of each request.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    public WeighedWorkload Workload => workload;

    public Task<Reading<HealthAnswer>> LookAsync(CancellationToken cancellation) =>
        AskAsync((asked, target) => asked.LookAsync(target, path, Within, cancellation), cancellation);

    /// <summary>Several at once: whether anything of it answers at all.</summary>
    public Task<Reading<ImmutableArray<HealthAnswer>>> TryAsync(CancellationToken cancellation) =>
        AskAsync((asked, target) => asked.TryAsync(target, path, Within, Tries, cancellation), cancellation);

    private async Task<Reading<T>> AskAsync<T>(Func<HealthProbe, ProbeTarget, Task<Reading<T>>> ask, CancellationToken cancellation)
    {
        if (asking is null)
            return new Unreadable<T>(Asking.Nobody);
        try
        {
            return await workload.TargetAsync(asking.Scheme, cancellation) is { } target
                ? await ask(asking.Health, target)
                : new Unreadable<T>($"{workload.New} has no address of its own");
        }
        catch (AzureFailure failure)
        {
            // Azure not saying where a version answers tells nothing of the version.
            return new Unreadable<T>(failure.Message);
        }
    }
}
