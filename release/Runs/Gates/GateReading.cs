using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Rollouts;

namespace ReleaseInfra.Cli.Runs.Gates;

/// <summary>A gate of one state, which must pass there.</summary>
/// <param name="Service">Null for what the services share.</param>
internal sealed record GateOf(string Name, string? Service, GateTerms Terms)
{
    /// <summary>Many gates pass together, so each has to say which one it is.</summary>
    public Verdict Named(Verdict verdict) => verdict with { Message = $"{(Service is null ? Name : $"{Name} of {Service}")}: {verdict.Message}" };
}

/// <summary>One look for one gate; nothing has judged it yet.</summary>
/// <param name="Requests">New ones since the look before; 0 for what is not counted in requests.</param>
internal sealed record GateReading(GateOf Gate, Look Look, long Requests);

/// <summary>Measures for some gates of a service, or of what all share.</summary>
internal interface IGateProbe
{
    /// <returns>The gates that must pass in the state; none where the probe has nothing to say of it.</returns>
    ImmutableArray<GateOf> GatesIn(RolloutState state);

    /// <summary>Begins anew: what was measured before is of another state.</summary>
    void Enter(RolloutState state, DateTimeOffset now);

    /// <returns>Fewer than its gates where nothing is due yet.</returns>
    Task<ImmutableArray<GateReading>> LookAsync(RolloutState state, CancellationToken cancellation);
}
