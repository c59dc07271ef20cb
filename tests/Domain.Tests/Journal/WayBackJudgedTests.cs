using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Domain.Tests.Journal;

public sealed class WayBackJudgedTests
{
    [Test]
    public void Of_AProof_HasItsFacts()
    {
        var judged = WayBackJudged.Of("web", new RollbackProved(["web--blue-v1-2-2 is active.", "Its image is there."]));

        Assert.That(judged.Service, Is.EqualTo("web"));
        Assert.That(judged.Facts, Is.EqualTo(new[] { "web--blue-v1-2-2 is active.", "Its image is there." }));
        Assert.That(judged.Gaps, Is.Empty);
    }

    [Test]
    public void Of_NoProof_HasEveryGap_WrongOrNotKnown()
    {
        var judged = WayBackJudged.Of("web", new RollbackUnproved([new Missing("web--blue-v1-2-2 is not active."), new Unknown("The registry did not answer.")]));

        Assert.That(judged.Facts, Is.Empty);
        Assert.That(judged.Gaps, Is.EqualTo(new[] { "web--blue-v1-2-2 is not active.", "The registry did not answer." }));
    }
}
