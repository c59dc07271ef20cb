using System.Collections.Immutable;
using ReleaseInfra.Cli.Plans;
using ReleaseInfra.Cli.Rehearse;
using ReleaseInfra.Cli.Rehearse.Databases;
using ReleaseInfra.Cli.Rehearse.Faults;

namespace ReleaseInfra.Cli.Commands;

/// <param name="Traffic">Of visitors.</param>
/// <param name="Speed">Of the clock while everybody waits; null for what the traffic lets it be.</param>
/// <param name="At">By the rehearsal's clock; null for the first moment without a freeze.</param>
/// <param name="Commands">By service: what runs in the place of the sample application.</param>
/// <param name="Database">Null for none: nothing is migrated, and nobody is given a database.</param>
/// <param name="Simulated">How many releases are simulated in the place of one that is played; null for none.</param>
/// <param name="Report">File, relative to where the command works; null for the stack's own.</param>
/// <param name="Keeps">Whether the rehearsal's folder is left to be looked at.</param>
internal sealed record RehearseArguments(
    ReleaseRequest Release,
    RehearsedTraffic Traffic,
    double? Speed,
    DateTimeOffset? At,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Commands,
    ImmutableArray<RehearsalFault> Faults,
    DatabaseWishes? Database,
    int? Simulated,
    string? Report,
    bool Keeps,
    OutputFormat Format);
