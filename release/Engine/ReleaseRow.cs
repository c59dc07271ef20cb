using System.Collections.Immutable;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Cli.Engine;

/// <summary>One line of the release's changes: what differs, beside what it differs in.</summary>
/// <param name="Slot">Null for a service without slots.</param>
/// <param name="From">Null where nothing ran.</param>
/// <param name="To">Null where nothing will run.</param>
internal sealed record ReleaseRow(string Service, Slot? Slot, RunningVersion? From, RunningVersion? To)
{
    public static ImmutableArray<ReleaseRow> Between(ReleaseSettings? previous, ReleaseSettings next) =>
        [.. ReleaseChanges.Between(previous, next).Select(change => Of(change, previous, next))];

    private static ReleaseRow Of(ReleaseChange change, ReleaseSettings? previous, ReleaseSettings next) => new(
        change.Service,
        change.Slot,
        RunningVersion.Find(previous, change.Service, change.Slot),
        RunningVersion.Find(next, change.Service, change.Slot));

    public string SlotText => Slot?.Name() ?? "";

    /// <summary>As in <c>v1.2.2 -> v1.2.3</c>, with the revision where it is not the first.</summary>
    public string TagText => Pair(From?.TagText ?? "", To?.TagText ?? "");

    public string WeightText => Pair(From?.WeightText ?? "", To?.WeightText ?? "");

    private static string Pair(string from, string to) => (from, to) switch
    {
        ("", _) => to,
        (_, "") => $"{from} -> nothing",
        _ when from == to => to,
        _ => $"{from} -> {to}",
    };
}
