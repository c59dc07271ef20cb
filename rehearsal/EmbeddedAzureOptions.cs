using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Jobs;
using ReleaseInfra.Rehearsal.Operations;

namespace ReleaseInfra.Rehearsal;

public sealed record EmbeddedAzureOptions
{
    public required AzureScope Scope { get; init; }

    /// <summary>Where the state is kept; absent until the first save.</summary>
    public required string File { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>A keyed digest of a secret: the state holds it in the secret's place.</summary>
    public required Func<string, string> SecretDigest { get; init; }

    public IRevisionHealth Health { get; init; } = new AlwaysHealthy();

    public IJobOutcomes JobOutcomes { get; init; } = new AlwaysSucceeds();

    public OperationDurations Durations { get; init; } = new();
}
