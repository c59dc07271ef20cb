using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Tests.Problems;

public sealed class SuggestionTests
{
    private static readonly string[] Known = ["port", "external", "healthPath", "concurrentRequests"];

    [TestCase("prot", "port")]
    [TestCase("Port", "port")]
    [TestCase("healthpath", "healthPath")]
    [TestCase("concurentRequest", "concurrentRequests")]
    [TestCase("exetrnal", "external")]
    [TestCase("p", null)]
    [TestCase("minimum", null)]
    [TestCase("", null)]
    public void For_Word(string written, string? expected) => Assert.That(Suggestion.For(written, Known), Is.EqualTo(expected));

    [Test]
    public void For_SeveralNear_TakesTheNearest() => Assert.That(Suggestion.For("weekly", ["weekl", "weekly2", "weekl1y"]), Is.EqualTo("weekl"));
}
