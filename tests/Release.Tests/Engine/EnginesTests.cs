using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Automation;

namespace ReleaseInfra.Release.Tests.Engine;

public sealed class EnginesTests
{
    [TestCase("offline", null, "local")]
    [TestCase("nuget", null, "pulumi")]
    [TestCase("offline", "pulumi", "pulumi")]
    [TestCase("nuget", "local", "local")]
    public void Choose_TheOneAskedFor_ElseTheBuilds(string sdk, string? asked, string chosen) =>
        Assert.That(Engines.Choose(sdk, asked), Is.EqualTo(chosen));

    [TestCase(null, "the backend that pulumi is logged in to")]
    [TestCase("https://api.pulumi.com", "https://api.pulumi.com")]
    [TestCase("azblob://state/app?storage_account=st1&sig=k3y", "azblob://state/app")]
    [TestCase("postgres://ann:s3cret@db.example/pulumi", "postgres://db.example/pulumi")]
    public void BackendName_HasNoCredentials(string? address, string name) => Assert.That(BackendName.Of(address), Is.EqualTo(name));
}
