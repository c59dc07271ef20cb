using System.Collections.Immutable;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Domain.Tests.Proofs;

public sealed class RollbackProofTests
{
    private static readonly RollbackFacts Sound = new(
        "web--v1",
        new Known<string>("Multiple"),
        new Known<RevisionFacts>(new RevisionFacts(true, "Healthy", "Provisioned")),
        new Known<int>(2),
        new Known<ReplicaNeed>(ReplicaNeed.Of(40, TimeSpan.FromSeconds(0.5), 10, 1)),
        [new ImageFact("shop.azurecr.io/web:v1", new Known<string>("sha256:1f"))],
        [new SecretFact("api-key", "0a1b", new Known<string>("0a1b")), new SecretFact("database-url", null, new Known<string>("77ff"))],
        new Known<SchemaStanding>(new SchemaUnchanged()));

    private static readonly TestCaseData[] Schemas =
    [
        Schema("nothing to migrate", null, new Known<SchemaStanding>(new SchemaUnchanged())),
        Schema(
            "expand only",
            SettingsFixtures.Migration with { BackwardCompatible = true },
            new Known<SchemaStanding>(new SchemaTolerated("migration.backwardCompatible of production"))),
        Schema(
            "breaking",
            SettingsFixtures.Migration with { BackwardCompatible = false },
            new Known<SchemaStanding>(new SchemaNotTolerated("migration.backwardCompatible of production"))),
        Schema(
            "nobody says",
            SettingsFixtures.Migration,
            new NotKnown<SchemaStanding>("the release migrates, and migration.backwardCompatible of production does not say")),
    ];

    private static readonly TestCaseData[] Gaps =
    [
        Missing(Sound with { Mode = new Known<string>("Single") }, "The app is in mode 'Single', and traffic returns to a revision in mode 'Multiple' only."),
        Missing(Sound with { Mode = new Absent<string>() }, "There is no such app."),
        Unknown(Sound with { Mode = new NotKnown<string>("no answer") }, "The app's revision mode is not known: no answer."),
        Missing(Sound with { Revision = new Absent<RevisionFacts>() }, "There is no revision web--v1."),
        Unknown(Sound with { Revision = new NotKnown<RevisionFacts>("no answer") }, "Nothing is known of revision web--v1: no answer."),
        Missing(Revision(new RevisionFacts(false, "Healthy", "Provisioned")), "web--v1 is not active."),
        Missing(Revision(new RevisionFacts(true, "Unhealthy", "Provisioned")), "web--v1 is Unhealthy, not Healthy."),
        Missing(Revision(new RevisionFacts(true, "None", "Provisioned")), "web--v1 is None, not Healthy."),
        Unknown(Revision(new RevisionFacts(true, null, "Provisioned")), "Azure does not say whether web--v1 is Healthy."),
        Missing(Revision(new RevisionFacts(true, "Healthy", "Failed")), "web--v1 is Failed, not Provisioned."),
        Unknown(Revision(new RevisionFacts(true, "Healthy", null)), "Azure does not say whether web--v1 is Provisioned."),
        Missing(
            Sound with { ReadyReplicas = new Known<int>(1) },
            "web--v1 has 1 ready replicas, and all traffic needs 2 (40 requests a second of 0.5 s each, 10 at once in each replica)."),
        Unknown(Sound with { ReadyReplicas = new NotKnown<int>("no answer") }, "How many replicas of web--v1 are ready is not known: no answer."),
        Unknown(Sound with { Need = new NotKnown<ReplicaNeed>("no metrics") }, "How many replicas all traffic needs is not known: no metrics."),
        Missing(Image(new Absent<string>()), "The image shop.azurecr.io/web:v1 is no longer in its registry."),
        Unknown(Image(new NotKnown<string>("no login")), "Whether the image shop.azurecr.io/web:v1 can still be pulled is not known: no login."),
        Unknown(Sound with { Images = [] }, "Azure names no image of web--v1."),
        Missing(Secret(new SecretFact("api-key", "0a1b", new Absent<string>())), "Version 0a1b of secret api-key is not in the vault, or is disabled or outside of its dates."),
        Missing(Secret(new SecretFact("api-key", null, new Absent<string>())), "Secret api-key is not in the vault, or is disabled or outside of its dates."),
        Missing(
            Secret(new SecretFact("api-key", "0a1b", new Known<string>("ffff"))),
            "Version 0a1b of secret api-key was looked for, and version ffff was found."),
        Unknown(Secret(new SecretFact("api-key", "0a1b", new NotKnown<string>("no login"))), "Version 0a1b of secret api-key could not be looked for: no login."),
        Missing(Schema(new Known<SchemaStanding>(new SchemaNotTolerated("prod.json"))), "web--v1 does not work with the schema as it will be, says prod.json."),
        Unknown(
            Schema(new NotKnown<SchemaStanding>("nothing states it")),
            "Whether web--v1 works with the schema as it will be is not known: nothing states it."),
    ];

    [Test]
    public void Judge_AllKnown_IsProved() => Assert.That(RollbackProof.Judge(Sound), Is.EqualTo(new RollbackProved(
    [
        "The app is in mode 'Multiple'.",
        "web--v1 is active.",
        "web--v1 is Healthy.",
        "web--v1 is Provisioned.",
        "web--v1 has 2 ready replicas, and all traffic needs 2 (40 requests a second of 0.5 s each, 10 at once in each replica).",
        "The image shop.azurecr.io/web:v1 is in its registry as sha256:1f.",
        "Version 0a1b of secret api-key is in the vault.",
        "Secret database-url is in the vault.",
        "The release does not change the schema.",
    ])));

    [Test]
    public void Judge_SchemaTolerated_IsProved() => Assert.That(
        ((RollbackProved)RollbackProof.Judge(Schema(new Known<SchemaStanding>(new SchemaTolerated("prod.json"))))).Facts[^1],
        Is.EqualTo("web--v1 works with the schema as it will be, says prod.json."));

    [TestCaseSource(nameof(Gaps))]
    public void Judge_OneGap_IsNoProof(RollbackFacts facts, ProofGap gap) =>
        Assert.That(RollbackProof.Judge(facts), Is.EqualTo(new RollbackUnproved([gap])));

    [Test]
    public void Judge_NamesEveryGap()
    {
        var facts = Sound with
        {
            Mode = new NotKnown<string>("no answer"),
            ReadyReplicas = new Known<int>(0),
            Secrets = [new SecretFact("api-key", null, new Absent<string>()), new SecretFact("other", null, new NotKnown<string>("no login"))],
        };

        Assert.That(((RollbackUnproved)RollbackProof.Judge(facts)).Message, Is.EqualTo(
            "There is no proof that a rollback would work: The app's revision mode is not known: no answer. "
            + "web--v1 has 0 ready replicas, and all traffic needs 2 (40 requests a second of 0.5 s each, 10 at once in each replica). "
            + "Secret api-key is not in the vault, or is disabled or outside of its dates. Secret other could not be looked for: no login."));
    }

    [TestCase(40, 0.5, 10, 1, ExpectedResult = 2)]
    [TestCase(41, 0.5, 10, 1, ExpectedResult = 3)]
    [TestCase(0, 0, 10, 3, ExpectedResult = 1, Description = "One is enough, however many there must be for other reasons.")]
    [TestCase(1, 0.1, 10, 0, ExpectedResult = 0, Description = "The first request may start it.")]
    [TestCase(40, 0.5, 10, 0, ExpectedResult = 2)]
    public int ReplicaNeed_IsWhatIsUnderWayAtOnce(double rate, double seconds, int concurrent, int minimum) =>
        ReplicaNeed.Of(rate, TimeSpan.FromSeconds(seconds), concurrent, minimum).Replicas;

    private static RollbackFacts Revision(RevisionFacts revision) => Sound with { Revision = new Known<RevisionFacts>(revision) };

    private static RollbackFacts Image(Fact<string> digest) => Sound with { Images = [new ImageFact("shop.azurecr.io/web:v1", digest)] };

    private static RollbackFacts Secret(SecretFact secret) => Sound with { Secrets = [secret] };

    private static RollbackFacts Schema(Fact<SchemaStanding> schema) => Sound with { Schema = schema };

    [TestCaseSource(nameof(Schemas))]
    public void Schema_IsWhatTheMigrationPromises(MigrationSettings? migration, Fact<SchemaStanding> expected) =>
        Assert.That(SchemaStanding.Of(migration, StackName.Production), Is.EqualTo(expected));

    private static TestCaseData Schema(string name, MigrationSettings? migration, Fact<SchemaStanding> expected) =>
        new TestCaseData(migration, expected).SetArgDisplayNames(name);

    private static TestCaseData Missing(RollbackFacts facts, string message) => Case(facts, new Missing(message));

    private static TestCaseData Unknown(RollbackFacts facts, string message) => Case(facts, new Unknown(message));

    private static TestCaseData Case(RollbackFacts facts, ProofGap gap) => new TestCaseData(facts, gap).SetArgDisplayNames(gap.Message);
}
