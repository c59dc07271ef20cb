using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Domain.Tests.Proofs;

public sealed class InPlaceRollbackProofTests
{
    private static readonly InPlaceRollbackFacts Sound = new(
        "worker v1",
        [new ImageFact("crshop.azurecr.io/worker:v1", new Known<string>("sha256:1f"))],
        [new SecretFact("database-url", null, new Known<string>("77ff"))],
        new Known<SchemaStanding>(new SchemaTolerated("prod.json")));

    [Test]
    public void Judge_AllKnown_IsProved() => Assert.That(InPlaceRollbackProof.Judge(Sound), Is.EqualTo(new RollbackProved(
    [
        "The image crshop.azurecr.io/worker:v1 is in its registry as sha256:1f.",
        "Secret database-url is in the vault.",
        "worker v1 works with the schema as it will be, says prod.json.",
    ])));

    [Test]
    public void Judge_NamesEveryGap() => Assert.That(
        InPlaceRollbackProof.Judge(new InPlaceRollbackFacts(
            "worker v1",
            [new ImageFact("crshop.azurecr.io/worker:v1", new Absent<string>())],
            [new SecretFact("database-url", null, new NotKnown<string>("no login"))],
            new NotKnown<SchemaStanding>("nothing states it"))),
        Is.EqualTo(new RollbackUnproved(
        [
            new Missing("The image crshop.azurecr.io/worker:v1 is no longer in its registry."),
            new Unknown("Secret database-url could not be looked for: no login."),
            new Unknown("Whether worker v1 works with the schema as it will be is not known: nothing states it."),
        ])));

    [Test]
    public void Judge_NoImage_IsNoProof() => Assert.That(
        InPlaceRollbackProof.Judge(Sound with { Images = [] }),
        Is.EqualTo(new RollbackUnproved([new Unknown("Azure names no image of worker v1.")])));
}
