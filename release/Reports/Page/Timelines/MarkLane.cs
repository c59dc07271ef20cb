using System.Collections.Immutable;
using ReleaseInfra.Domain.Gates;

namespace ReleaseInfra.Cli.Reports.Page.Timelines;

/// <param name="Name">Of a gate, or <c>decisions</c>.</param>
/// <param name="Marks">In the order of the journal.</param>
internal sealed record MarkLane(string Name, ImmutableArray<Mark> Marks);

/// <summary>Something that was judged or decided at one moment.</summary>
/// <param name="Line">Its number in the journal.</param>
/// <param name="Words">One sentence, with the number and its limit.</param>
/// <param name="Concludes">Of all measurements of a gate together, and not of one.</param>
internal sealed record Mark(DateTimeOffset At, int Line, Outcome Outcome, string Words, bool Concludes);
