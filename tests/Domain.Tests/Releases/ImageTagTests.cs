using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class ImageTagTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [TestCase("v1.2.3", "v1-2-3")]
    [TestCase("v0.0.0", "v0-0-0")]
    [TestCase("v10.20.30-rc.1", "v10-20-30-rc-1")]
    [TestCase("v1.2.3-0a", "v1-2-3-0a")]
    [TestCase("sha-" + Commit, "sha-0123456789ab")]
    public void InNames_ImmutableVersion(string text, string expected) =>
        Assert.That(ImageTag.Parse(text).InNames, Is.EqualTo(expected));

    [TestCase("latest")]
    [TestCase("")]
    [TestCase("v")]
    [TestCase("1.2.3")]
    [TestCase("v1.2")]
    [TestCase("v1.2.3.4")]
    [TestCase("v01.2.3")]
    [TestCase("v1.2.3-")]
    [TestCase("v1.2.3-rc..1")]
    [TestCase("v1.2.3-01")]
    [TestCase("v1.2.3-RC.1")]
    [TestCase("v1.2.3-rc-1")]
    [TestCase("v1.2.3-r2")]
    [TestCase("v1.2.3+build")]
    [TestCase("v1.2.3 ")]
    [TestCase("sha-0123456789ab")]
    [TestCase("sha-0123456789ABCDEF0123456789abcdef01234567")]
    public void Rejects_MutableOrMalformed(string text)
    {
        Assert.That(ImageTag.TryParse(text, out var tag), Is.False);
        Assert.That(tag, Is.Null);
    }

    [Test]
    public void Parse_MutableTag_NamesWhatIsAllowed() =>
        Assert.That(
            () => ImageTag.Parse("latest"),
            Throws.TypeOf<FormatException>().With.Message.EqualTo(
                "'latest' is not an immutable version such as v1.2.3, v1.2.3-rc.1 or sha- and 40 hexadecimal digits."));
}
