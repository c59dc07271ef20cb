using System.Reflection;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Offline.Tests.Generated;

/// <summary>The generated types have the members of the published packages, and no others.</summary>
public sealed class PublishedApiTests
{
    private static readonly TestCaseData[] Packages =
    [
        new(typeof(Pulumi.AzureNative.App.ContainerApp), "azure-native.api.txt") { TestName = "Listing_AzureNative" },
        new(typeof(Pulumi.Docker.Image), "docker.api.txt") { TestName = "Listing_Docker" },
        new(typeof(Pulumi.Random.RandomPassword), "random.api.txt") { TestName = "Listing_Random" },
    ];

    [TestCaseSource(nameof(Packages))]
    public void Listing_IsThePublishedOne(Type typeOfPackage, string file)
    {
        if (PulumiSdk != "offline")
            Assert.Ignore("This is a build against the published packages, which have more than the slices.");
        var path = Path.Combine(RepositoryRoot.Path, "..", "shared", "facts", file);
        if (!File.Exists(path))
            Assert.Ignore($"{path} is not on this machine, so there is nothing to hold the listing against.");

        var published = File.ReadAllLines(path);
        var generated = ApiListing.Of(typeOfPackage.Assembly).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(generated.Except(published), Is.Empty, "members that the published package does not have");
            Assert.That(published.Except(generated), Is.Empty, "members that the published package has and ours does not");
        }
    }

    private static string? PulumiSdk => typeof(PublishedApiTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PulumiSdk").Value;
}
