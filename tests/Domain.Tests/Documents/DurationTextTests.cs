using ReleaseInfra.Domain.Documents;

namespace ReleaseInfra.Domain.Tests.Documents;

public sealed class DurationTextTests
{
    [TestCase("0s", 0)]
    [TestCase("30s", 30)]
    [TestCase("5m", 300)]
    [TestCase("007m", 420)]
    [TestCase("2h", 7200)]
    [TestCase("2147483647s", int.MaxValue)]
    public void TryParse(string text, int seconds)
    {
        Assert.That(DurationText.TryParse(text, out var duration), Is.True);
        Assert.That(duration, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("")]
    [TestCase("s")]
    [TestCase("5")]
    [TestCase("5d")]
    [TestCase("5M")]
    [TestCase("5 m")]
    [TestCase(" 5m")]
    [TestCase("5m ")]
    [TestCase("-5m")]
    [TestCase("+5m")]
    [TestCase("1.5h")]
    [TestCase("1,000s")]
    [TestCase("1h30m")]
    [TestCase("2147483648s")]
    [TestCase("2147483647h", Description = "More than a TimeSpan holds.")]
    public void Rejects_WhatIsNoDuration(string text)
    {
        Assert.That(DurationText.TryParse(text, out var duration), Is.False);
        Assert.That(duration, Is.EqualTo(TimeSpan.Zero));
    }
}
