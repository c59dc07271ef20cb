using System.Reflection;
using Pulumi;
using Pulumi.Automation;
using ReleaseInfra.Offline.Tests.Fakes;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Offline.Tests.Api;

internal sealed class PublicApiTests
{
    [Test]
    public void StandIn_OffersOnlyWhatThePublishedSdkHas() =>
        Check(typeof(Deployment).Assembly, "PublicAPI.Pulumi.txt", NewerThanTheListing.Lines);

    [Test]
    public void AutomationStandIn_OffersOnlyWhatThePublishedSdkHas() =>
        Check(typeof(WorkspaceStack).Assembly, "PublicAPI.Pulumi.Automation.txt", NewerThanTheAutomationListing.Lines);

    private static void Check(Assembly standIn, string listing, IReadOnlyList<string> newer)
    {
        SdkOfThisBuild.AssumeOffline("The published SDK has more than its listing.");
        var file = Path.Combine(RepositoryRoot.Path, "..", "shared", "facts", listing);
        if (!File.Exists(file))
            Assert.Ignore("The listing of the published API is not beside this repository.");

        var published = File.ReadLines(file).Concat(newer).ToHashSet();

        Assert.That(string.Join("\n", PublicApiListing.Of(standIn).Except(published)), Is.Empty);
    }
}
