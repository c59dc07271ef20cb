using ReleaseInfra.Offline.Generator.Naming;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Tests.Generated;

public sealed class NamingTests
{
    [TestCase("resourceGroupName", "ContainerAppArgs", "ResourceGroupName")]
    [TestCase("x-forwarded-for", "Header", "Xforwardedfor")]
    [TestCase("b64Std", "RandomId", "B64Std")]
    [TestCase("redis", "Redis", "RedisValue", Description = "a member may not have its class's name")]
    [TestCase("redis", "RedisArgs", "Redis")]
    public void Property_FollowsTheWireName(string wireName, string className, string expected) =>
        Assert.That(MemberNames.Property(wireName, className), Is.EqualTo(expected));

    [TestCase("name", "name")]
    [TestCase("operator", "@operator")]
    [TestCase("default", "@default")]
    public void Parameter_EscapesReservedWords(string wireName, string expected) =>
        Assert.That(MemberNames.Parameter(wireName), Is.EqualTo(expected));

    [TestCase("Equals", "EqualsValue")]
    [TestCase("EqualsTo", "EqualsTo")]
    [TestCase("Premium_LRS", "Premium_LRS")]
    public void EnumMember_GivesWayToEquals(string name, string expected) =>
        Assert.That(MemberNames.EnumMember(name), Is.EqualTo(expected));

    [TestCase("Equals", "new ")]
    [TestCase("GetType", "new ")]
    [TestCase("Name", "")]
    public void Hiding_IsSaidForMembersOfObject(string name, string expected) =>
        Assert.That(MemberNames.Hiding(name), Is.EqualTo(expected));

    [TestCase("plain", "\"plain\"")]
    [TestCase("a \"quoted\" \\ path\n", "\"a \\\"quoted\\\" \\\\ path\\n\"")]
    public void Literal_EscapesText(string text, string expected) =>
        Assert.That(MemberNames.Literal(text), Is.EqualTo(expected));

    [TestCase("azure-native", "app", "Pulumi.AzureNative.App")]
    [TestCase("azure-native", "dbforpostgresql", "Pulumi.AzureNative.DBforPostgreSQL")]
    [TestCase("azure-native", "privatedns", "Pulumi.AzureNative.PrivateDns")]
    [TestCase("docker", "", "Pulumi.Docker")]
    [TestCase("random", "", "Pulumi.Random")]
    public void NamespaceOf_KeepsAzuresCapitals(string package, string module, string expected) =>
        Assert.That(PackageConventions.Of(package).NamespaceOf(module), Is.EqualTo(expected));

    [Test]
    public void Rejects_AnUnknownPackage() => Assert.That(
        () => PackageConventions.Of("aws"),
        Throws.TypeOf<SchemaException>().With.Message.EqualTo("the package 'aws' is unknown (known: azure-native, docker, random)"));

    [Test]
    public void Rejects_AnUnknownModule() => Assert.That(
        () => PackageConventions.Of("azure-native").NamespaceOf("compute"),
        Throws.TypeOf<SchemaException>().With.Message.StartsWith("the module 'compute' is unknown (known: app, appconfiguration, "));

    [TestCase("azure-native", "app/ConfigurationArgs", "Pulumi.AzureNative.App", "ConfigurationArgs")]
    [TestCase("docker", "DockerBuild", "Pulumi.Docker", "DockerBuild")]
    public void TypeHome_IsTheModulesNamespace(string package, string reference, string home, string name) =>
        Assert.That(TypeHome.Of(reference, PackageConventions.Of(package)), Is.EqualTo(new TypeHome(home, name)));
}
