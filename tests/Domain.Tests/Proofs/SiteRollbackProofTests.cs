using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Domain.Tests.Proofs;

public sealed class SiteRollbackProofTests
{
    private const string Health = "https://shop-green.azurewebsites.net/health";

    private static readonly SiteRollbackFacts Sound = new(
        "shop/green",
        [new SitePartFact("shop", new Known<string>("Running")), new SitePartFact("shop/green", new Known<string>("Running"))],
        new Known<string>("10% to green"),
        new Known<SiteAnswer>(new SiteAnswer(Health, 200)),
        [new ImageFact("crshop.azurecr.io/web:v1", new Known<string>("sha256:1f"))],
        [new SecretFact("api-key", "0a1b", new Known<string>("0a1b"))],
        new Known<SchemaStanding>(new SchemaUnchanged()));

    private static readonly TestCaseData[] Gaps =
    [
        Case(Slot(new Absent<string>()), new Missing("There is no shop/green.")),
        Case(Slot(new NotKnown<string>("no answer")), new Unknown("Nothing is known of shop/green: no answer.")),
        Case(Slot(new Known<string>("Stopped")), new Missing("shop/green is Stopped, not Running.")),
        Case(Sound with { RampUp = new NotKnown<string>("no answer") }, new Unknown("The ramp-up rules cannot be read: no answer.")),
        Case(Sound with { Answer = new NotKnown<SiteAnswer>("it took longer") }, new Unknown("Whether shop/green answers is not known: it took longer.")),
        Case(Answers(503), new Missing($"{Health} answers with 503, which is no success.")),
        Case(Answers(302), new Missing($"{Health} answers with 302, which is no success.")),
        Case(Sound with { Images = [] }, new Unknown("Azure names no image of shop/green.")),
        Case(
            Sound with { Images = [new ImageFact("crshop.azurecr.io/web:v1", new Absent<string>())] },
            new Missing("The image crshop.azurecr.io/web:v1 is no longer in its registry.")),
        Case(
            Sound with { Secrets = [new SecretFact("api-key", "0a1b", new Absent<string>())] },
            new Missing("Version 0a1b of secret api-key is not in the vault, or is disabled or outside of its dates.")),
        Case(
            Sound with { Schema = new Known<SchemaStanding>(new SchemaNotTolerated("prod.json")) },
            new Missing("shop/green does not work with the schema as it will be, says prod.json.")),
    ];

    [Test]
    public void Judge_AllKnown_IsProved() => Assert.That(SiteRollbackProof.Judge(Sound), Is.EqualTo(new RollbackProved(
    [
        "shop is Running.",
        "shop/green is Running.",
        "The ramp-up rules can be read: 10% to green.",
        $"{Health} answers with 200.",
        "The image crshop.azurecr.io/web:v1 is in its registry as sha256:1f.",
        "Version 0a1b of secret api-key is in the vault.",
        "The release does not change the schema.",
    ])));

    [TestCaseSource(nameof(Gaps))]
    public void Judge_OneGap_IsNoProof(SiteRollbackFacts facts, ProofGap gap) =>
        Assert.That(SiteRollbackProof.Judge(facts), Is.EqualTo(new RollbackUnproved([gap])));

    private static SiteRollbackFacts Slot(Fact<string> state) =>
        Sound with { Parts = [Sound.Parts[0], new SitePartFact("shop/green", state)] };

    private static SiteRollbackFacts Answers(int status) => Sound with { Answer = new Known<SiteAnswer>(new SiteAnswer(Health, status)) };

    private static TestCaseData Case(SiteRollbackFacts facts, ProofGap gap) => new TestCaseData(facts, gap).SetArgDisplayNames(gap.Message);
}
