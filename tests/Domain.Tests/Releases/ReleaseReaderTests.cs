using ReleaseInfra.Domain.Problems;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Releases.Reading;
using ReleaseInfra.Domain.Settings.Reading;
using ReleaseInfra.Domain.Tests.Documents;

namespace ReleaseInfra.Domain.Tests.Releases;

public sealed class ReleaseReaderTests
{
    [Test]
    public void Read_BlueGreen()
    {
        var (release, problems) = Read("""{"web":{"newest":"green","blue":{"tag":"v1.2.2","weight":90},"green":{"tag":"v1.2.3","revision":2,"weight":10}}}""");

        Assert.That(problems, Is.Empty);
        Assert.That(release.Services["web"], Is.EqualTo(new BlueGreenRelease(
            Slot.Green,
            new SlotRelease(ImageTag.Parse("v1.2.2"), 1, 90),
            new SlotRelease(ImageTag.Parse("v1.2.3"), 2, 10))));
    }

    [Test]
    public void Read_FirstRelease_LeavesTheOtherSlotEmpty()
    {
        var (release, problems) = Read("""{"web":{"newest":"blue","blue":{"tag":"v1.0.0","weight":100}}}""");

        Assert.That(problems, Is.Empty);
        Assert.That(((BlueGreenRelease)release.Services["web"]).Green, Is.EqualTo(new SlotRelease(null, 1, 0)));
    }

    [Test]
    public void Read_Rolling()
    {
        var (release, problems) = Read("""{"worker":{"tag":"sha-0123456789abcdef0123456789abcdef01234567"}}""");

        Assert.That(problems, Is.Empty);
        Assert.That(release.Services["worker"], Is.EqualTo(new RollingRelease(ImageTag.Parse("sha-0123456789abcdef0123456789abcdef01234567"))));
    }

    [TestCase(
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","weight":101},"green":{"tag":"v1.2.3"}}}""",
        "RI1008 web.blue.weight: '101' is not a whole number from 0 to 100.")]
    [TestCase(
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","weight":99.5},"green":{"tag":"v1.2.3","weight":0.5}}}""",
        "RI1008 web.blue.weight: '99.5' is not a whole number from 0 to 100.",
        "RI1008 web.green.weight: '0.5' is not a whole number from 0 to 100.")]
    [TestCase(
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","weight":90}}}""",
        "RI2001 web.blue.weight: The weights of 'web' are 90 and 0, which make 90 and not 100.")]
    [TestCase(
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.2"},"green":{"tag":"v1.2.3"}}}""",
        "RI2001 web.blue.weight: The weights of 'web' are 0 and 0, which make 0 and not 100.")]
    [TestCase(
        """{"web":{"newest":"green","blue":{"tag":"v1.2.2","weight":100},"green":{}}}""",
        "RI2003 web.newest: newest of 'web' names green, which has no tag.")]
    [TestCase(
        """{"web":{"newest":"green","blue":{"tag":"v1.2.2"},"green":{"weight":100}}}""",
        "RI2002 web.green.weight: green of 'web' has weight and no tag: nothing would answer.")]
    [TestCase(
        """{"web":{"newest":"gren","blue":{"tag":"v1.2.2","weight":100}}}""",
        "RI1009 web.newest: 'gren' is not known here; did you mean 'green'?")]
    [TestCase(
        """{"web":{"blue":{"tag":"v1.2.2","weight":100}}}""",
        "RI1006 web.newest: The key 'newest' is missing.")]
    [TestCase(
        """{"web":{"newest":"blue","blue":{"tag":"1.2.2","weight":100}}}""",
        "RI2005 web.blue.tag: '1.2.2' is no version.")]
    [TestCase(
        """{"web":{"newest":"blue","blue":{"tag":1.2,"weight":100}}}""",
        "RI1007 web.blue.tag: This is a number, not text.")]
    [TestCase(
        """{"web":{"newest":"blue","blue":{"tag":"v1.2.2","revision":100,"weight":100}}}""",
        "RI1008 web.blue.revision: '100' is not a whole number from 1 to 99.")]
    [TestCase(
        """{"web":{"newest":"blue","blue":"v1.2.2"}}""",
        "RI1007 web.blue: This is text, not an object.")]
    [TestCase("""{"web":"v1.2.2"}""", "RI1007 web: This is text, not an object.")]
    [TestCase(
        """{"web":{"tag":"v1.2.2"}}""",
        "RI2007 web: 'web' is released blue/green, and one tag does not say which slot it is for.")]
    [TestCase(
        """{"worker":{"newest":"blue","blue":{"tag":"v1.2.2","weight":100}}}""",
        "RI2006 worker: 'worker' has nothing that traffic could be weighed between, so it has no slots and is replaced in place.")]
    [TestCase("""{"worker":{"tag":"Latest"}}""", "RI2004 worker.tag: 'Latest' is a moving tag: what it names today is not what a rollback would find.")]
    [TestCase("""{"other":{"tag":"v1.2.2"}}""", "RI2009 other: The environment has no service 'other'.")]
    public void Rejects_BadEntry(string json, params string[] expected) =>
        Assert.That(Read(json).Problems.Select(problem => $"{problem.Code} {problem.Path}: {problem.Message}"), Is.EqualTo(expected));

    private static (ReleaseSettings Release, IReadOnlyList<Problem> Problems) Read(string json)
    {
        var problems = new ProblemList();
        var parent = Written.Json($$"""{"release-infra:release":{{json}}}""");
        var release = ReleaseReader.Read(
            new Section(parent, problems),
            service => service switch { "web" => ReleaseForm.BlueGreen, "worker" => ReleaseForm.Rolling, _ => null },
            ["web", "worker"]);
        return (release, [.. problems.Sorted().Select(problem => problem with { Path = problem.Path["release-infra:release.".Length..] })]);
    }
}
