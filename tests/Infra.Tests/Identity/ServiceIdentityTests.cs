using ReleaseInfra.Domain.Names;
using ReleaseInfra.Infra.ContainerApps;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;

namespace ReleaseInfra.Infra.Tests.Identity;

public sealed class ServiceIdentityTests
{
    [TestCase("worker-pull", "registry-id", "7f951dda-4ed3-4680-a7ca-43fe172d538d")]
    [TestCase("worker-secrets", "vault-id", "4633458b-17de-408a-b874-0445c86b69e6")]
    public async Task Role_IsGrantedOnOneResource_ToTheServicesPrincipal(string name, string scope, string role)
    {
        var grant = (await DeclareAsync()).The("authorization:RoleAssignment", name);

        Assert.That(grant["scope"], Is.EqualTo(scope));
        Assert.That(
            grant["roleDefinitionId"],
            Is.EqualTo($"/subscriptions/the-subscription/providers/Microsoft.Authorization/roleDefinitions/{role}"));
        Assert.That(grant["principalId"], Is.EqualTo("principal-id-of-id-app-worker-prod"));
        Assert.That(grant["principalType"], Is.EqualTo("ServicePrincipal"));
        Assert.That(grant.DeleteBeforeReplace, Is.True);
    }

    [Test]
    public async Task Role_HasTheNameThatItsGrantGivesIt()
    {
        var names = SettingsFixtures.Production.Names();

        Assert.That(
            (await DeclareAsync()).The("authorization:RoleAssignment", "worker-pull")["roleAssignmentName"],
            Is.EqualTo(names.RoleAssignment("id-app-worker-prod", "acr-pull", names.Registry.Value).ToString()));
    }

    private static Task<DeclaredResources> DeclareAsync() => ProgramRecorder.RunAsync(options => _ = new WorkerApp(
        "worker",
        new WorkerAppArgs(Fixture.Containers(), SettingsFixtures.Worker, SettingsFixtures.Rolling("v1.2.2")),
        options));
}
