using Pulumi;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Deployments;

internal sealed class RunAsyncTests
{
    [Test]
    public void RunAsync_InAnOfflineBuild_SaysHowToBuildWithThePackages()
    {
        SdkOfThisBuild.AssumeOffline("The published SDK has an engine to run with.");

        Assert.That(
            async () => await Deployment.RunAsync(() => { }),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "This is an offline build, which cannot talk to a Pulumi engine: build with -p:PulumiSdk=nuget, " +
                "or with the environment variable PulumiSdk=nuget, to use the published packages."));
    }
}
