using ReleaseInfra.Domain.Drift;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Drift;

public sealed class ImageReferenceTests
{
    [TestCase("crappprod.azurecr.io/app-web:v1.2.3", null, nameof(SameImage))]
    [TestCase("crappprod-hash.azurecr.io/app-web:v1.2.3", null, nameof(SameImage))]
    [TestCase("CRAPPPROD.azurecr.io/app-web:v1.2.3", null, nameof(SameImage))]
    [TestCase("crappprod.azurecr.io/app-web@sha256:00", "v1.2.3", nameof(SameImage))]
    [TestCase("crappprod.azurecr.io/app-web:v1.2.3@sha256:00", "v1.2.3", nameof(SameImage))]
    [TestCase("crappprod.azurecr.io/app-web@sha256:00", "v1.2.4", nameof(OtherImage))]
    [TestCase("crappprod.azurecr.io/app-web@sha256:00", null, nameof(TagUnknown))]
    [TestCase("crappprod.azurecr.io/app-web:v1.2.4", null, nameof(OtherImage))]
    [TestCase("crappprod.azurecr.io/app-web", null, nameof(OtherImage))]
    [TestCase("crappprod.azurecr.io/app-api:v1.2.3", null, nameof(OtherImage))]
    [TestCase("crappprod.azurecr.io/team/app-web:v1.2.3", null, nameof(OtherImage))]
    [TestCase("crappprodx.azurecr.io/app-web:v1.2.3", null, nameof(OtherImage))]
    [TestCase("crappprod.example.com/app-web:v1.2.3", null, nameof(OtherImage))]
    [TestCase("localhost:5000/app-web:v1.2.3", null, nameof(OtherImage))]
    [TestCase("app-web:v1.2.3", null, nameof(OtherImage))]
    public void Compare_ByServerRepositoryAndTag(string reference, string? releaseTag, string expected)
    {
        var image = new ExpectedImage("crappprod", "app-web", ImageTag.Parse("v1.2.3"));

        Assert.That(image.Compare(new LiveImage(reference, releaseTag)).GetType().Name, Is.EqualTo(expected));
    }
}
