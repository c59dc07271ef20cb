using static ReleaseInfra.Rehearsal.Tests.ContainerApps.AppOf;

namespace ReleaseInfra.Rehearsal.Tests.ContainerApps;

public sealed class AppSecretTests
{
    [Test]
    public async Task Rejects_SecretRefThatIsNoSecret()
    {
        using var small = await OpenAsync();

        Assert.That(await new AppOf { Secrets = ["other"], SecretRef = "key" }.RefusalAsync(small), Is.EqualTo(new AzureError(
            400,
            "ContainerAppSecretRefNotFound",
            "Microsoft.App/containerApps 'web': SecretRef 'key' defined for container 'web' not found among configuration.secrets.",
            "template.containers")));
    }

    [Test]
    public async Task Rejects_RemovalOfASecretThatAnActiveRevisionUses()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Secrets = ["key"], SecretRef = "key" }.PutAsync(small);

        Assert.That(await new AppOf { Suffix = "v2" }.RefusalAsync(small), Is.EqualTo(new AzureError(
            400,
            "ContainerAppSecretInUse",
            "Microsoft.App/containerApps 'web': the secret 'key' is still referred to by the active revision 'web--v1'. Keep it, or deactivate " +
            "the revision first.",
            "configuration.secrets")));
    }

    [Test]
    public async Task Removal_OnceNoActiveRevisionUsesIt()
    {
        using var small = await OpenAsync();
        await new AppOf { Suffix = "v1", Secrets = ["key"], SecretRef = "key" }.PutAsync(small);
        await small.Azure.ContainerApps.DeactivateAsync(AppId, "web--v1", default);

        Assert.That(async () => await new AppOf { Suffix = "v2" }.PutAsync(small), Throws.Nothing);
    }
}
