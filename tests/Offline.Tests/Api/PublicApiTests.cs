using Pulumi;
using ReleaseInfra.Offline.Tests.Fakes;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Offline.Tests.Api;

internal sealed class PublicApiTests
{
    [Test]
    public void StandIn_OffersOnlyWhatThePublishedSdkHas()
    {
        SdkOfThisBuild.AssumeOffline("The published SDK has more than its listing.");
        var listing = Path.Combine(RepositoryRoot.Path, "..", "shared", "facts", "PublicAPI.Pulumi.txt");
        if (!File.Exists(listing))
            Assert.Ignore("The listing of the published API is not beside this repository.");

        var published = File.ReadLines(listing).Concat(NewerThanTheListing.Lines).ToHashSet();

        Assert.That(string.Join("\n", PublicApiListing.Of(typeof(Deployment).Assembly).Except(published)), Is.Empty);
    }
}
