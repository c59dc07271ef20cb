using System.Collections.Immutable;
using System.Net;

namespace ReleaseInfra.Rehearsal.Load;

public sealed record LoadOptions
{
    /// <summary>Where every connection goes, whatever the host.</summary>
    public required IPEndPoint Ingress { get; init; }

    /// <summary>At least one; requested in turn, so each gets as many requests as the next.</summary>
    public required ImmutableArray<LoadTarget> Targets { get; init; }

    /// <summary>Requests over all targets; above 0.</summary>
    public required double PerSecond { get; init; }

    public Arrivals Arrivals { get; init; } = Arrivals.Constant;

    /// <summary>Of the gaps between Poisson arrivals.</summary>
    public int Seed { get; init; }

    /// <summary>From the moment in which a request is due to its whole answer; after it the request is lost.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Stamps what is told.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Paces and measures: real HTTP passes by the machine's clock.</summary>
    public required TimeProvider Watch { get; init; }

    public ILoadObserver Observer { get; init; } = new NoLoadObserver();
}
