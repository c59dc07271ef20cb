namespace ReleaseInfra.Rehearsal.Ingress;

public sealed record IngressOptions
{
    /// <summary>Stamps what is seen.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Measures what requests take, and what faults delay: real HTTP passes by the machine's clock.</summary>
    public required TimeProvider Watch { get; init; }

    public IRequestObserver Observer { get; init; } = new NoRequestObserver();

    /// <summary>The same seed picks the same versions for the same sequence of requests.</summary>
    public int Seed { get; init; }

    /// <summary>How long neither side may be silent, as on Azure: then the answer is 504, or breaks off if it has begun.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(240);
}
