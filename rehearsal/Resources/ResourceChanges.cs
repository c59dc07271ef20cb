using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.KeyVault;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Postgres;
using ReleaseInfra.Rehearsal.Rules;
using ReleaseInfra.Rehearsal.Rules.Authorization;
using ReleaseInfra.Rehearsal.Rules.References;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Resources;

/// <summary>Creating, changing and deleting, within one turn.</summary>
internal static class ResourceChanges
{
    public static PutResult Put(Turn turn, DeclaredResource declared)
    {
        var desired = Compute(turn, declared);
        if (!declared.Type.StartsWith("azure-native:", StringComparison.Ordinal))
            return new PutResult(desired, new Operation("none", desired.Id, turn.Now, new OperationSucceeded()), IsNew: false);

        var existing = turn.State.Find(desired.Id);
        if (existing is not null)
            desired = desired with { Created = existing.Created };

        PutRules.Check(new PutRequest(turn.Options.Scope, turn.State, existing, desired, turn.Now));
        var operation = Apply(turn, desired, existing);
        turn.State = Referred.Note(turn.State, existing, desired, turn.Now);
        return new PutResult(ResourceView.Of(turn, turn.Get(desired.Id)), operation, IsNew: existing is null);
    }

    public static bool Delete(Turn turn, string id)
    {
        if (turn.State.Find(id) is not { } resource)
            return false;

        AzureResource[] going = [.. turn.State.Within(id)];
        Locks.CheckDelete(turn.State, resource, going);
        OneChangeAtATime.Check(turn.State, resource);
        InUse.Check(turn.State, resource, going);
        foreach (var gone in going)
        {
            turn.State = Referred.Forget(turn.State.Without(gone), gone, going);
            if (gone.Type == VaultInputs.Type)
                turn.State = VaultRecovery.Keep(turn.State, gone, going.Where(child => ResourceIds.Covers(gone.Id, child.Id)), turn.Now);
        }

        return true;
    }

    private static Operation Apply(Turn turn, AzureResource desired, AzureResource? existing)
    {
        var durations = turn.Options.Durations;
        switch (desired.Type)
        {
            case AppInputs.Type:
                return ContainerAppRollout.Accept(turn, desired);
            case ServerInputs.Type when existing is null && new ServerInputs(desired).IsRestore:
                turn.State = turn.State.With(desired);
                foreach (var database in RestoreRules.CarriedOver(turn.State, desired).ToArray())
                    turn.State = turn.State.With(Compute(turn, database));
                return turn.Begin(desired.Id, durations.Restore, new NothingLeft());
            case ServerInputs.BackupType:
                turn.State = turn.State.With(desired);
                return turn.Begin(desired.Id, existing is null ? durations.Backup : TimeSpan.Zero, new NothingLeft());
            case VaultInputs.Type when existing is null && new VaultInputs(desired).IsRecovery:
                VaultRecovery.Recover(turn, turn.State.DeletedVaults[desired.AzureName]);
                break;
        }

        turn.State = turn.State.With(desired);
        return turn.Begin(desired.Id, durations.Resource, new NothingLeft());
    }

    private static AzureResource Compute(Turn turn, DeclaredResource declared)
    {
        var values = new ComputedValues(turn.Options.Scope);
        var mask = new SecretMask(turn.Options.SecretDigest);
        var kept = declared with
        {
            Inputs = mask.Over(PlainValues.Map(declared.Inputs), [.. ComputedValues.SecretInputs(declared.Type), .. declared.SecretPaths]),
            SecretPaths = [],
        };
        var computed = values.Of(kept);
        return new AzureResource(computed.Id, computed.Name, kept, computed.Outputs, Created: turn.Now, Changed: turn.Now);
    }
}
