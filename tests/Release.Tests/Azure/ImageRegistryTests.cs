using Azure.Core;
using ReleaseInfra.Cli.Azure.Registry;
using ReleaseInfra.Cli.Azure.Sessions;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Rehearsal.Arm.Faults;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class ImageRegistryTests
{
    private const string Image = "crshop.azurecr.io/web:v1";

    private static readonly Forbidden Denied = new("DENIED", "client with IP '203.0.113.7' is not allowed access.");

    private LiveAzure _live = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _live = await LiveAzure.OpenAsync();
        await _live.PutAsync("azure-native:containerregistry:Registry", ("registryName", "crshop"), ("sku", LiveAzure.Map(("name", "Basic"))));
        await _live.PutAppAsync("v1");
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Find_AnImageThatRan_IsItsDigest_ByTagAndByDigest()
    {
        var digest = ((Known<string>)await FindAsync(Image)).Value;

        Assert.That(digest, Does.Match("^sha256:[0-9a-f]{64}$"));
        Assert.That(await FindAsync($"crshop.azurecr.io/web@{digest}"), Is.EqualTo(new Known<string>(digest)));
        Assert.That(await FindAsync($"crshop.azurecr.io/web:v9@{digest}"), Is.EqualTo(new Known<string>(digest)));
        Assert.That(_live.Log.Of("/v2/web/manifests/v1"), Is.EqualTo(new[] { "HEAD 200" }));
    }

    [Test]
    public async Task Find_AfterAnotherRan_IsStillThere()
    {
        await _live.PutAppAsync("v2", LiveAzure.Row("web--v1", 90, "blue"), LiveAzure.Row("web--v2", 10, "green"));

        Assert.That(await FindAsync(Image), Is.TypeOf<Known<string>>());
        Assert.That(await FindAsync("crshop.azurecr.io/web:v2"), Is.TypeOf<Known<string>>());
    }

    [TestCase("crshop.azurecr.io/web:v9")]
    [TestCase("crshop.azurecr.io/other:v1")]
    [TestCase("crshop.azurecr.io/web")]
    [TestCase("crshop.azurecr.io/web@sha256:1f")]
    public async Task Find_NeverPushed_IsAbsent(string image) => Assert.That(await FindAsync(image), Is.EqualTo(new Absent<string>()));

    [Test]
    public async Task Find_Deleted_IsAbsent_AlsoWhileItIsReferredTo()
    {
        await _live.Embedded.Images.DeleteAsync(Image, default);
        await _live.PutAppAsync("v1");

        Assert.That(await FindAsync(Image), Is.EqualTo(new Absent<string>()));
    }

    [TestCase("other.azurecr.io/web:v1", "it is in other.azurecr.io, and only crshop.azurecr.io is asked")]
    [TestCase("web:v1", "it is in Docker Hub, and only crshop.azurecr.io is asked")]
    public async Task Find_InAnotherRegistry_IsNotAsked(string image, string why)
    {
        Assert.That(await FindAsync(image), Is.EqualTo(new NotKnown<string>(why)));
        Assert.That(_live.Log.Attempts, Is.Empty);
    }

    [TestCase("registry.exchange", "POST /oauth2/exchange")]
    [TestCase("registry.token", "POST /oauth2/token")]
    public async Task Find_NotAllowed_SaysWhatItNeeds(string call, string named)
    {
        _live.Fail(call, Denied);

        Assert.That(await FindAsync(Image), Is.EqualTo(new NotKnown<string>(
            $"Azure does not allow {named}: 403 DENIED: client with IP '203.0.113.7' is not allowed access; "
            + "it needs the role AcrPull on crshop.azurecr.io, and a way in through its network rules")));
    }

    /// <summary>A HEAD is answered without a word.</summary>
    [Test]
    public async Task Find_NotAllowedToPull_SaysWhatItNeeds()
    {
        _live.Fail("manifests.head", Denied);

        Assert.That(await FindAsync(Image), Is.EqualTo(new NotKnown<string>(
            "Azure does not allow HEAD /v2/web/manifests/v1: 403 Forbidden: without a reason; "
            + "it needs the role AcrPull on crshop.azurecr.io, and a way in through its network rules")));
    }

    [Test]
    public async Task Find_LoginNotAccepted_SaysWhatItNeeds()
    {
        var registry = Registry(new LoopbackCredential("of somebody else"));

        Assert.That(await registry.FindAsync(Image, default), Is.EqualTo(new NotKnown<string>(
            "Azure did not accept the login for POST /oauth2/exchange: 401 UNAUTHORIZED: authentication required, visit "
            + "https://aka.ms/acr/authorization for more information; "
            + "it needs the role AcrPull on crshop.azurecr.io, and a way in through its network rules")));
    }

    [Test]
    public async Task Find_NoRegistry_IsNotKnown_ThoughItIsA404()
    {
        await _live.Embedded.Resources.DeleteAsync(_live.Id("Microsoft.ContainerRegistry/registries/crshop"), default);

        Assert.That((await FindAsync(Image) as NotKnown<string>)?.Why, Does.StartWith(
            "Azure refused POST /oauth2/exchange: 404 NAME_UNKNOWN: There is no registry crshop.azurecr.io. (request "));
    }

    [Test]
    public async Task Find_WithoutAnAnswer_IsNotKnown()
    {
        _live.Fail("manifests.head", new ServerError(), times: 1000);

        Assert.That((await FindAsync(Image) as NotKnown<string>)?.Why, Does.StartWith("Azure refused HEAD /v2/web/manifests/v1: 500 "));
    }

    [Test]
    public async Task Find_WithoutADigest_IsNotKnown()
    {
        _live.Fail("manifests.head", new EmptyResult());

        Assert.That(await FindAsync(Image), Is.EqualTo(new NotKnown<string>("crshop.azurecr.io has a manifest of it, and does not say its digest")));
    }

    [Test]
    public async Task Find_OnceAnsweredBusy_AsksAgain()
    {
        _live.Fail("manifests.head", new TooManyRequests(TimeSpan.FromSeconds(2)));

        Assert.That(await FindAsync(Image), Is.TypeOf<Known<string>>());
    }

    private Task<Fact<string>> FindAsync(string image) => _live.Azure.Images.FindAsync(image, default);

    private ImageRegistry Registry(TokenCredential credential) =>
        new(LiveAzure.Hosts.Registry, new RegistryLogins(_live.Options(credential)));
}
