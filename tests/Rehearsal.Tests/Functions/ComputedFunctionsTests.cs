using ReleaseInfra.Rehearsal.Functions;

namespace ReleaseInfra.Rehearsal.Tests.Functions;

public sealed class ComputedFunctionsTests
{
    private static readonly ComputedFunctions Functions = new(new AzureScope("dev", "westeurope"));

    [Test]
    public void ClientConfig_IsTheEmbeddedSubscription() =>
        Assert.That(
            Functions.Of("azure-native:authorization:getClientConfig", new Dictionary<string, object>())["subscriptionId"],
            Is.EqualTo("00000000-0000-0000-0000-000000000000"));

    [TestCase("azure-native:redis:listRedisKeys", "name", "primaryKey")]
    [TestCase("azure-native:redisenterprise:listDatabaseKeys", "clusterName", "secondaryKey")]
    [TestCase("azure-native:operationalinsights:getSharedKeys", "workspaceName", "primarySharedKey")]
    public void Keys_NobodyTakesForReal(string token, string argument, string key) =>
        Assert.That(
            Functions.Of(token, new Dictionary<string, object> { [argument] = "it" })[key],
            Does.Match("^rehearsal-[0-9a-f]{40}$"));

    [Test]
    public void RegistryImage_DigestFollowsFromTheReference()
    {
        string Digest(string name) => (string)Functions.Of(
            "docker:index/getRegistryImage:getRegistryImage",
            new Dictionary<string, object> { ["name"] = name })["sha256Digest"];

        Assert.That(Digest("r.io/web:v1"), Does.Match("^sha256:[0-9a-f]{64}$"));
        Assert.That(Digest("r.io/web:v2"), Is.Not.EqualTo(Digest("r.io/web:v1")));
    }

    [Test]
    public void Of_UnknownFunction() =>
        Assert.That(
            () => Functions.Of("azure-native:app:listSecrets", new Dictionary<string, object>()),
            Throws.TypeOf<RehearsalException>().With.Message.EqualTo(
                "The embedded Azure does not know the function 'azure-native:app:listSecrets'. It knows: " +
                "azure-native:authorization:getClientConfig, azure-native:operationalinsights:getSharedKeys, " +
                "azure-native:redis:listRedisKeys, azure-native:redisenterprise:listDatabaseKeys, " +
                "azure-native:storage:listStorageAccountKeys, docker:index/getRegistryImage:getRegistryImage, " +
                "docker:index/getRemoteImage:getRemoteImage."));

    [Test]
    public void Of_MissingArgument() =>
        Assert.That(
            () => Functions.Of("azure-native:redis:listRedisKeys", new Dictionary<string, object>()),
            Throws.TypeOf<RehearsalException>().With.Message.EqualTo(
                "The function 'azure-native:redis:listRedisKeys' has no 'name', which Azure needs to name it."));
}
