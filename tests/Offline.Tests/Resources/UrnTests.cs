using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Resources;

internal sealed class UrnTests
{
    [Test]
    public async Task Create_WithoutParent_IsAtTheTop()
        => Assert.That(
            await Run.InPreviewAsync(() => OutputUtilities.GetValueAsync(Urn.Create("n", "t:m:T"))),
            Is.EqualTo("urn:pulumi:stack::project::t:m:T::n"));

    [Test]
    public async Task Create_WithParent_IsUnderIt()
        => Assert.That(
            await Run.InPreviewAsync(() => OutputUtilities.GetValueAsync(
                Urn.Create("n", "t:m:T", parentUrn: "urn:pulumi:s::p::t:m:P::parent"))),
            Is.EqualTo("urn:pulumi:s::p::t:m:P$t:m:T::n"));

    [Test]
    public async Task Create_OtherProjectAndStack_AreTaken()
        => Assert.That(
            await Run.InPreviewAsync(() => OutputUtilities.GetValueAsync(Urn.Create("n", "t:m:T", project: "p", stack: "s"))),
            Is.EqualTo("urn:pulumi:s::p::t:m:T::n"));
}
