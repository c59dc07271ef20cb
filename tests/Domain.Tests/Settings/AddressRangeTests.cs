using ReleaseInfra.Domain.Settings.Rules;

namespace ReleaseInfra.Domain.Tests.Settings;

public sealed class AddressRangeTests
{
    [TestCase("10.0.0.0/16", true)]
    [TestCase("10.0.2.0/23", true)]
    [TestCase("192.168.1.7/32", true)]
    [TestCase("10.0.1.0/23", false)]
    [TestCase("10.0.0.0", false)]
    [TestCase("10.0.0.0/0", false)]
    [TestCase("10.0.0.0/33", false)]
    [TestCase("10.0.0/16", false)]
    [TestCase("10.0.0.256/32", false)]
    [TestCase("10.0.0.-1/32", false)]
    [TestCase("fd00::/64", false)]
    public void TryParse_Text(string text, bool expected) => Assert.That(AddressRange.TryParse(text, out _), Is.EqualTo(expected));

    [TestCase("10.0.0.0/16", "10.0.255.0/24", true)]
    [TestCase("10.0.0.0/24", "10.0.0.0/24", true)]
    [TestCase("10.0.0.0/24", "10.0.0.0/16", true)]
    [TestCase("10.0.0.0/24", "10.0.1.0/24", false)]
    public void Overlaps_Ranges(string left, string right, bool expected) => Assert.That(Of(left).Overlaps(Of(right)), Is.EqualTo(expected));

    [TestCase("10.0.0.0/16", "10.0.4.0/27", true)]
    [TestCase("10.0.4.0/27", "10.0.0.0/16", false)]
    [TestCase("10.0.0.0/16", "10.1.0.0/27", false)]
    public void Contains_Range(string outer, string inner, bool expected) => Assert.That(Of(outer).Contains(Of(inner)), Is.EqualTo(expected));

    private static AddressRange Of(string text) => AddressRange.TryParse(text, out var range) ? range : throw new FormatException(text);
}
