using System.Collections.Immutable;

namespace ReleaseInfra.Cli.Engine.History;

/// <summary>One <c>up</c> or <c>destroy</c> of a stack, as the history has it.</summary>
/// <param name="Number">Rises from 1; a backend that counts refreshes as well leaves gaps.</param>
/// <param name="By">User and host, as in <c>ann@laptop</c>.</param>
/// <param name="Release">What it changed of the release.</param>
/// <param name="Counts">What it set out to change in Azure; what it changed, where only that was kept.</param>
internal sealed record StackUpdate(
    int Number,
    UpdateKind Kind,
    string By,
    DateTimeOffset Started,
    ImmutableArray<ReleaseRow> Release,
    ChangeCounts Counts,
    UpdateEnd End);
