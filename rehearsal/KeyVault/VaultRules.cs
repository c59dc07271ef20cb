using ReleaseInfra.Rehearsal.Rules;

namespace ReleaseInfra.Rehearsal.KeyVault;

/// <summary>Protection of a vault goes one way.</summary>
internal static class VaultRules
{
    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != VaultInputs.Type)
            return;

        var desired = new VaultInputs(put.Desired);
        if (desired.RetentionDays is < 7 or > 90)
            throw put.BadRequest("BadRequest", "properties.softDeleteRetentionInDays", $"a deleted vault is kept for 7 to 90 days, not for {desired.RetentionDays}.");

        if (put.Existing is { } existing && new VaultInputs(existing).IsPurgeProtected && !desired.IsPurgeProtected)
        {
            throw put.BadRequest(
                "BadRequest", "properties.enablePurgeProtection", "enablePurgeProtection cannot be set to false: once on, it is for ever.");
        }
    }
}
