using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;
using ReleaseInfra.Domain.Journal.Entries;

namespace ReleaseInfra.Domain.Journal.Replays;

/// <summary>By which terms each measurement counted: those with which its gate was concluded later, or else before.</summary>
internal sealed class GateTermsBook(ImmutableArray<JournalRecord> records)
{
    private readonly ILookup<GateName, (int Number, GateConcluded Concluded)> _conclusions = records
        .Where(record => record.Entry is GateConcluded)
        .Select(record => (record.Number, Concluded: (GateConcluded)record.Entry))
        .ToLookup(conclusion => new GateName(conclusion.Concluded.Gate, conclusion.Concluded.Service));

    /// <summary>Null where the gate was never concluded: nothing says by which terms it would have been.</summary>
    /// <param name="number">Of the measurement.</param>
    public (GateTerms Terms, int Since)? Find(GateName gate, int number)
    {
        (GateTerms Terms, int Since)? before = null;
        foreach (var (at, concluded) in _conclusions[gate])
        {
            if (at > number && concluded.Since <= number)
                return (concluded.Terms, concluded.Since);
            if (at < number)
                before = (concluded.Terms, at + 1);
        }

        return before;
    }
}
