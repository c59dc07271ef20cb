using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.Tests.Store;

public sealed class AzureStateTests
{
    private const string Assignment = "azure-native:authorization:RoleAssignment";
    private const string Vault = "azure-native:keyvault:Vault";

    /// <summary>Each stands just before or after what is beneath <c>/g/web</c>, in one order of characters or another.</summary>
    private static readonly string[] Neighbours = ["/g", "/g/we", "/g/web", "/g/web-2", "/g/web-2/slots/a", "/g/web.a", "/g/web0", "/g/webs/a", "/h"];

    [Test]
    public void Beneath_IsOnlyWhatStandsUnderTheId()
    {
        var state = AzureState.Of([.. Neighbours.Select(At), At("/g/web/slots/b"), At("/G/WEB/slots/A"), At("/g/web/slots/a/config/x")]);

        Assert.That(Ids(state.Beneath("/g/Web")), Is.EqualTo(new[] { "/G/WEB/slots/A", "/g/web/slots/a/config/x", "/g/web/slots/b" }));
        Assert.That(Ids(state.Within("/g/web")).First(), Is.EqualTo("/g/web"));
        Assert.That(state.Beneath("/g/web/slots/b"), Is.Empty);
        Assert.That(state.Within("/nothing"), Is.Empty);
    }

    [Test]
    public void Of_IsTheSameAsOneByOne()
    {
        AzureResource[] resources = [.. Neighbours.Select(At), At("/g/kv", Vault), Granted("/g/a", "reader")];
        var state = resources.Aggregate(AzureState.Empty, (state, resource) => state.With(resource));

        var atOnce = AzureState.Of(resources);

        Assert.That(Ids(atOnce.All), Is.EqualTo(Ids(state.All)));
        Assert.That(Ids(atOnce.OfType(Vault)), Is.EqualTo(Ids(state.OfType(Vault))));
        Assert.That(resources.SelectMany(Claims.Of), Has.Exactly(2).Items);
        Assert.That(resources.SelectMany(Claims.Of).Select(claim => atOnce.HolderOf(claim)?.Id), Is.EqualTo(new[] { "/g/kv", "/g/a" }));
    }

    [Test]
    public void With_AnIdInAnotherCase_IsTheSameResource()
    {
        var state = AzureState.Of([At("/g/web")]).With(At("/G/Web"));

        Assert.That(state.All.Count(), Is.EqualTo(1));
        Assert.That(state.Find("/g/WEB"), Is.Not.Null);
    }

    [Test]
    public void Without_GivesUpWhatItHeldAlone()
    {
        var vault = At("/g/kv", Vault);
        var state = AzureState.Of([vault, At("/g/web")]);

        state = state.Without(vault);

        Assert.That(state.HolderOf(Claims.Name(vault)), Is.Null);
        Assert.That(Ids(state.All), Is.EqualTo(new[] { "/g/web" }));
        Assert.That(state.OfType(Vault), Is.Empty);
    }

    [Test]
    public void With_AnotherGrant_GivesUpTheOneBefore()
    {
        var state = AzureState.Of([Granted("/g/a", "reader")]);

        state = state.With(Granted("/g/a", "writer"));

        Assert.That(state.HolderOf(Claims.Grant(Granted("/g/b", "reader"))), Is.Null);
        Assert.That(state.HolderOf(Claims.Grant(Granted("/g/b", "WRITER")))!.Id, Is.EqualTo("/g/a"));
    }

    [TestCase("/g/a", "/g/b", -1)]
    [TestCase("/g/a", "/G/A", 0)]
    [TestCase("/g/A/b", "/g/a/B/c", -1)]
    [TestCase("/g/B", "/g/a", 1)]
    [TestCase("/g/a_b", "/g/aZb", 1)]
    public void IdOrder_IsThatOfUpperCaseLetters(string left, string right, int sign)
    {
        Assert.That(Math.Sign(IdOrder.Instance.Compare(left, right)), Is.EqualTo(sign));
        Assert.That(Math.Sign(IdOrder.Instance.Compare(right, left)), Is.EqualTo(-sign));
        Assert.That(Math.Sign(StringComparer.OrdinalIgnoreCase.Compare(left, right)), Is.EqualTo(sign));
    }

    private static AzureResource Granted(string id, string role) => At(id, Assignment, ("principalId", "p"), ("roleDefinitionId", role), ("scope", "/g"));

    private static AzureResource At(string id) => At(id, "azure-native:web:AppServicePlan");

    private static AzureResource At(string id, string type, params (string Key, object Value)[] inputs) => new(
        id,
        id[(id.LastIndexOf('/') + 1)..],
        new DeclaredResource(type, "any", PlainValues.Map(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value)))),
        new Dictionary<string, object>(),
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch);

    private static IEnumerable<string> Ids(IEnumerable<AzureResource> resources) => resources.Select(resource => resource.Id);
}
