using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Numbers;

namespace ReleaseInfra.Domain.Journal.Entries;

/// <summary>One measurement of a gate, with everything that its verdict follows from.</summary>
public sealed record Judged : JournalEntry
{
    /// <summary>As it was recorded; what a release judges now comes from <see cref="Of"/>.</summary>
    public Judged(string gate, string? service, Look look, long requests, Verdict verdict) =>
        (Gate, Service, Look, Requests, Verdict) = (gate, service, look, requests, verdict);

    public override string Kind => "judged";

    public string Gate { get; }

    /// <summary>Null for what the services share, such as a database.</summary>
    public string? Service { get; }

    public Look Look { get; }

    /// <summary>New ones since the measurement before; 0 for what is not counted in requests.</summary>
    public long Requests { get; }

    public Verdict Verdict { get; }

    /// <param name="before">What the comparison of versions had seen before this look.</param>
    public static Judged Of(string gate, string? service, Look look, long requests, Comparison before) =>
        new(gate, service, look, requests, look.Judge(before));
}

/// <summary>What a gate says of all its measurements since one of them.</summary>
public sealed record GateConcluded : JournalEntry
{
    /// <summary>As it was recorded; what a release concludes now comes from <see cref="Of"/>.</summary>
    public GateConcluded(string gate, string? service, int since, bool timeIsUp, GateTerms terms, Verdict verdict) =>
        (Gate, Service, Since, TimeIsUp, Terms, Verdict) = (gate, service, since, timeIsUp, terms, verdict);

    public override string Kind => "gate concluded";

    public string Gate { get; }

    /// <inheritdoc cref="Judged.Service"/>
    public string? Service { get; }

    /// <summary>Number of the first record whose measurements of this gate and service count.</summary>
    public int Since { get; }

    /// <summary>Concluded because there was no more time, and not because the terms were met.</summary>
    public bool TimeIsUp { get; }

    public GateTerms Terms { get; }

    public Verdict Verdict { get; }

    /// <summary>At the end of the time that the gate had.</summary>
    public static GateConcluded AtTheEnd(string gate, string? service, int since, GateTerms terms, GateProgress progress) =>
        new(gate, service, since, timeIsUp: true, terms, progress.Conclude(terms));

    /// <summary>Because the terms are met.</summary>
    public static GateConcluded Of(string gate, string? service, int since, GateTerms terms, Decided decided) =>
        new(gate, service, since, timeIsUp: false, terms, decided.Verdict);
}
