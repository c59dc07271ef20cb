using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>Enums, routines and sequences that went.</summary>
internal static class ObjectRules
{
    public static IEnumerable<Breach> Between(Catalogue before, Catalogue after) =>
    [
        .. before.Enums.SelectMany(type => OfEnum(type, after.Enums.FirstOrDefault(one => one.Name == type.Name))),
        .. before.Routines.Where(routine => !after.Routines.Contains(routine)).Select(routine => OfRoutine(routine, after)),
        .. before.Sequences.Where(sequence => !after.Sequences.Contains(sequence)).Select(sequence => new Breach(
            FindingKinds.SequenceDropped,
            FindingSubject.Other(sequence.Name),
            $"The sequence {sequence.Name} is gone: the old version's calls of nextval fail.",
            $"Drop it once no version in the rollback window uses it, and say so: '-- release: contract {sequence.Name}; unused since TAG'.")),
    ];

    private static IEnumerable<Breach> OfEnum(EnumType was, EnumType? now)
    {
        if (now is null)
        {
            return [new Breach(
                FindingKinds.EnumValueRemoved,
                FindingSubject.Other(was.Name),
                $"The enum {was.Name} is gone: statements of the old version that cast to it fail.",
                $"Drop it once no version in the rollback window names it, and say so: '-- release: contract {was.Name}; unused since TAG'.")];
        }

        var gone = was.Values.Where(value => now.Values.All(one => one.Text != value.Text)).Select(value =>
            now.Values.FirstOrDefault(one => one.Oid == value.Oid) is { } renamed
                ? new Breach(
                    FindingKinds.EnumValueRenamed,
                    FindingSubject.Other($"{was.Name}.{value.Text}"),
                    $"'{value.Text}' of the enum {was.Name} is '{renamed.Text}' now: the old version writes a value that is none, and reads one it does not know.",
                    $"Add '{renamed.Text}' as a value of its own, let every version read both, then write the new one and convert the rows in batches.")
                : new Breach(
                    FindingKinds.EnumValueRemoved,
                    FindingSubject.Other($"{was.Name}.{value.Text}"),
                    $"The enum {was.Name} has no '{value.Text}' any more: the old version's writes of it fail.",
                    "Leave the value in the type: it does no harm once nothing writes it."));
        var added = now.Values.Where(value => was.Values.All(one => one.Text != value.Text && one.Oid != value.Oid) && Grown(was, now))
            .Select(value => new Breach(
                FindingKinds.EnumValueAdded,
                FindingSubject.Other($"{was.Name}.{value.Text}"),
                $"The enum {was.Name} has the value '{value.Text}', which the old version does not know.",
                "Write it only when every version that runs can read it."));
        return [.. gone, .. added];
    }

    // A type that was made anew has other values throughout: then what is gone is told, and nothing has been added to it.
    private static bool Grown(EnumType was, EnumType now) => was.Values.Any(value => now.Values.Any(one => one.Oid == value.Oid));

    private static Breach OfRoutine(Routine was, Catalogue after) => new(
        FindingKinds.RoutineDropped,
        FindingSubject.Other(was.Signature),
        after.Routines.FirstOrDefault(routine => routine.Signature == was.Signature) is { } now
            ? $"{was.Signature} returned {was.Returns} and returns {now.Returns}: the old version expects what it was."
            : $"{was.Signature} is gone: the old version's calls of it fail.",
        "Make the new one under a name or with parameters of its own, and drop the old one once no version in the rollback window calls it.");
}
