using ReleaseInfra.Domain.Journal;

namespace ReleaseInfra.Domain.Tests.Journal;

public sealed class ReleaseIdTests
{
    [Test]
    public void Of_IsInUtc_AndSortsByTime() => Assert.That(
        ReleaseId.Of(new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.FromHours(2)), "0a1b2c3d4e5f").Text,
        Is.EqualTo("20261120-230203-0a1b2c3d"));

    [TestCase("")]
    [TestCase("../state")]
    [TestCase("Release")]
    [TestCase("a.b")]
    [TestCase("a0123456789012345678901234567890123456789012345678901234567890123")]
    public void Rejects_Text(string text) => Assert.That(
        () => ReleaseId.Parse(text),
        Throws.TypeOf<FormatException>().With.Message.EqualTo(
            $"'{text}' is no release's id: it has lower-case letters, digits and hyphens, at most 64."));

    [Test]
    public void JournalTime_IsUtc_AndWholeMilliseconds()
    {
        var kept = JournalTime.Of(new DateTimeOffset(2026, 11, 21, 1, 0, 0, TimeSpan.FromHours(2)).AddTicks(12_999));

        Assert.That(kept, Is.EqualTo(new DateTimeOffset(2026, 11, 20, 23, 0, 0, 1, TimeSpan.Zero)));
        Assert.That(kept.Offset, Is.EqualTo(TimeSpan.Zero));
    }
}
