using ReleaseInfra.Domain.Migrations.Catalogues;
using ReleaseInfra.Domain.Migrations.Findings;

namespace ReleaseInfra.Domain.Migrations.Rules;

/// <summary>What PostgreSQL does by itself at each statement on a table: triggers and row security.</summary>
internal static class GuardRules
{
    public static IEnumerable<Breach> Between(Catalogue before, Catalogue after) => [.. Triggers(before, after), .. Security(before, after)];

    private static IEnumerable<Breach> Triggers(Catalogue before, Catalogue after) =>
        from trigger in after.Triggers
        where trigger.IsEnabled && before.Find(trigger.Table) is not null && !before.Triggers.Contains(trigger)
        select new Breach(
            FindingKinds.TriggerAdded,
            FindingSubject.Within(trigger.Table, trigger.Name),
            $"{trigger.Table} has the trigger {trigger.Name}: it runs on the old version's writes as well.",
            "Make sure that it lets through what the old version writes, and is quick.");

    private static IEnumerable<Breach> Security(Catalogue before, Catalogue after) =>
        from now in after.Relations
        let was = before.Find(now.Oid)
        where was is not null && now.HasRowSecurity && now.Kind != RelationKind.Partition
        let policies = after.Policies.Where(policy => policy.Table == now.Name).ToList()
        where !was.HasRowSecurity || !policies.SequenceEqual(before.Policies.Where(policy => policy.Table == was.Name))
        select policies is []
            ? new Breach(
                FindingKinds.RowSecurityEnabled,
                FindingSubject.OfTable(now.Name),
                $"Row security is on for {now.Name} and no policy lets a row through: every version but the table's owner reads no row and writes none.",
                "Create the policies first, in the same transaction, and let them grant all that the versions that run do.")
            : new Breach(
                FindingKinds.RowSecurityChanged,
                FindingSubject.OfTable(now.Name),
                $"{Names(policies)} of {now.Name} decide what the old version reads and writes.",
                "Make sure that they grant all that the versions that run do.");

    private static string Names(List<RowPolicy> policies) =>
        $"The {(policies.Count == 1 ? "policy" : "policies")} {string.Join(", ", policies.Select(policy => policy.Name))}";
}
