using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Runs.Workloads;

/// <summary>One service of a release, as its host lets it be released.</summary>
internal interface IWorkload
{
    string Service { get; }

    /// <summary>Whether the new version is up; it need not have traffic.</summary>
    Task<Readiness> LookAsync(CancellationToken cancellation);

    /// <summary>Whether the service could go back to its old version now.</summary>
    Task<ProofDecision> ProveAsync(CancellationToken cancellation);
}

internal abstract record Readiness
{
    private protected Readiness()
    {
    }
}

internal sealed record IsReady : Readiness;

/// <param name="Why">A sentence.</param>
internal sealed record NotReadyYet(string Why) : Readiness;

/// <summary>It will not become ready by waiting.</summary>
/// <param name="Why">A sentence.</param>
internal sealed record NeverReady(string Why) : Readiness;
