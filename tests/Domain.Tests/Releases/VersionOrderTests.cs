using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class VersionOrderTests
{
    private const string Commit = "sha-0123456789abcdef0123456789abcdef01234567";

    [TestCase("v1.2.3", "v1.2.3", 0)]
    [TestCase("v1.2.3", "v1.2.4", -1)]
    [TestCase("v1.10.0", "v1.9.9", 1)]
    [TestCase("v1.2.3-rc.1", "v1.2.3", -1)]
    [TestCase("v1.2.3-rc.2", "v1.2.3-rc.10", -1)]
    [TestCase("v1.2.3-rc.1", "v1.2.3-rc.1.1", -1)]
    [TestCase("v1.2.3-1", "v1.2.3-alpha", -1)]
    [TestCase("v1.2.4-rc.1", "v1.2.3", 1)]
    [TestCase("v1.2.3", Commit, null)]
    [TestCase(Commit, Commit, null)]
    public void Compare_Versions(string left, string right, int? expected)
    {
        var order = VersionOrder.Compare(ImageTag.Parse(left), ImageTag.Parse(right));

        Assert.That(order is { } known ? Math.Sign(known) : (int?)null, Is.EqualTo(expected));
    }
}
