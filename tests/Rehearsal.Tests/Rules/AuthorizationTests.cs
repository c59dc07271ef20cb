using ReleaseInfra.Rehearsal.Resources;
using static ReleaseInfra.Rehearsal.Tests.SmallAzure;

namespace ReleaseInfra.Rehearsal.Tests.Rules;

public sealed class AuthorizationTests
{
    private const string Type = "azure-native:authorization:RoleAssignment";
    private const string First = "30512642-114d-82f7-b497-aea88494dca1";
    private const string Second = "476ff262-9b70-8183-ac01-a4b30a272e82";
    private const string Pull = "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d";
    private const string Push = "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/8311e382-0749-4cb8-b61a-304f252e45ec";

    [Test]
    public async Task Rejects_PrincipalThatDoesNotExist()
    {
        using var small = await OpenAsync();

        Assert.That(
            await RefusalAsync(() => GrantAsync(small, First, "99999999-0000-0000-0000-000000000000")),
            Is.EqualTo(new AzureError(
                400,
                "PrincipalNotFound",
                $"Microsoft.Authorization/roleAssignments '{First}': the principal '99999999-0000-0000-0000-000000000000' does not exist in the " +
                "directory '00000000-0000-0000-0000-000000000001'. A new identity may take minutes to appear there.",
                "principalId")));
    }

    [Test]
    public async Task Person_IsNotLookedFor()
    {
        using var small = await OpenAsync();

        Assert.That(
            async () => await GrantAsync(small, First, "99999999-0000-0000-0000-000000000000", principalType: "Group"), Throws.Nothing);
    }

    [Test]
    public async Task ScopeInAnotherSubscription_IsNotLookedAt()
    {
        using var small = await OpenAsync();
        var principal = await PrincipalAsync(small);

        Assert.That(
            async () => await GrantAsync(small, First, principal, scope: "/subscriptions/11111111-0000-0000-0000-000000000000/resourceGroups/hub"),
            Throws.Nothing);
    }

    [Test]
    public async Task Rejects_ScopeThatIsNoId()
    {
        using var small = await OpenAsync();
        var principal = await PrincipalAsync(small);

        Assert.That((await RefusalAsync(() => GrantAsync(small, First, principal, scope: "rg-shop"))).Code, Is.EqualTo("LinkedInvalidPropertyId"));
    }

    [Test]
    public async Task Rejects_TheSameGrantUnderAnotherName()
    {
        using var small = await OpenAsync();
        var principal = await PrincipalAsync(small);
        await GrantAsync(small, First, principal);

        Assert.That((await RefusalAsync(() => GrantAsync(small, Second, principal))), Is.EqualTo(new AzureError(
            409,
            "RoleAssignmentExists",
            $"Microsoft.Authorization/roleAssignments '{Second}': the role assignment '{First}' already grants the same role to the same " +
            "principal on the same scope.",
            $"{Group}/providers/Microsoft.Authorization/roleAssignments/{Second}")));
    }

    [Test]
    public async Task Rejects_ChangeOfAGrant()
    {
        using var small = await OpenAsync();
        var principal = await PrincipalAsync(small);
        await GrantAsync(small, First, principal);

        Assert.That(await RefusalAsync(() => GrantAsync(small, First, principal, Push)), Is.EqualTo(new AzureError(
            409,
            "RoleAssignmentUpdateNotPermitted",
            $"Microsoft.Authorization/roleAssignments '{First}': the property 'roleDefinitionId' of a role assignment cannot be updated. Delete it " +
            "and make another.",
            "roleDefinitionId")));
    }

    [Test]
    public async Task SameGrantAgain_IsNoChange()
    {
        using var small = await OpenAsync();
        var principal = await PrincipalAsync(small);
        await GrantAsync(small, First, principal);

        Assert.That((await GrantAsync(small, First, principal)).IsNew, Is.False);
    }

    [Test]
    public async Task Lock_HoldsWhatIsBeneathItAndItsGroup()
    {
        using var small = await OpenAsync();
        var vault = await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        var held = await LockAsync(small, vault.Resource.Id, "CanNotDelete");

        Assert.That(await RefusalAsync(() => small.Azure.Resources.DeleteAsync(vault.Resource.Id, default)), Is.EqualTo(new AzureError(
            409,
            "ScopeLocked",
            $"The scope '{vault.Resource.Id}' cannot perform the delete operation, because the scope '{vault.Resource.Id}' is locked by 'keep'. " +
            "Remove the lock and try again.",
            vault.Resource.Id)));
        Assert.That((await RefusalAsync(() => small.Azure.Resources.DeleteAsync(Group, default))).Code, Is.EqualTo("ScopeLocked"));
        await small.Azure.Resources.DeleteAsync(held.Resource.Id, default);
        Assert.That(await small.Azure.Resources.DeleteAsync(vault.Resource.Id, default), Is.True);
    }

    [Test]
    public async Task Lock_AgainstDeletion_LetsChangesThrough()
    {
        using var small = await OpenAsync();
        var vault = await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        await LockAsync(small, vault.Resource.Id, "CanNotDelete");

        Assert.That(async () => await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"), ("tags", Map(("a", "b")))), Throws.Nothing);
    }

    [Test]
    public async Task Lock_AgainstWriting_RefusesChanges()
    {
        using var small = await OpenAsync();
        var vault = await small.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        await LockAsync(small, vault.Resource.Id, "ReadOnly");

        var refusal = await small.RefusalOfAsync("azure-native:keyvault:Secret", ("vaultName", "kv-shop"), ("secretName", "key"));

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((409, "ScopeLocked")));
    }

    private static async Task<string> PrincipalAsync(SmallAzure small) =>
        (string)(await small.PutAsync("azure-native:managedidentity:UserAssignedIdentity", ("resourceName", "id-web"))).Resource.Outputs["principalId"];

    private static Task<PutResult> GrantAsync(
        SmallAzure small, string name, string principal, string role = Pull, string principalType = "ServicePrincipal", string scope = Group) => small.PutAsync(
            Type,
            ("roleAssignmentName", name),
            ("principalId", principal),
            ("principalType", principalType),
            ("roleDefinitionId", role),
            ("scope", scope));

    private static Task<PutResult> LockAsync(SmallAzure small, string scope, string level) =>
        small.PutAsync("azure-native:authorization:ManagementLockByScope", ("lockName", "keep"), ("scope", scope), ("level", level));
}
