using System.Net;
using Microsoft.AspNetCore.Http;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Gates.Http;
using ReleaseInfra.Cli.Proofs;
using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Release.Tests.Azure;
using ReleaseInfra.Release.Tests.Gates;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Proofs;

/// <summary>What the proofs of App Service and of workers are made from, as the served Azure, its registry and its vault have it.</summary>
public sealed class SiteFactsReaderTests
{
    private const string Blue = "crshop.azurecr.io/web:v1";
    private const string Green = "crshop.azurecr.io/web:v2";
    private const string GreenHost = "http://shop-green.azurewebsites.net/health";

    private LiveAzure _live = null!;
    private AnsweringHosts _hosts = null!;
    private IPEndPoint _address = null!;
    private int _status;

    [SetUp]
    public async Task OpenAsync()
    {
        _status = 200;
        _hosts = await AnsweringHosts.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/health" ? _status : 404;
            return context.Response.WriteAsync(context.Request.Host.Value!);
        });
        _address = _hosts.Address;
        _live = await LiveAzure.OpenAsync();
        await _live.PutAsync("azure-native:containerregistry:Registry", ("registryName", "crshop"), ("sku", Map(("name", "Basic"))));
        await _live.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
        await _live.PutAsync("azure-native:web:AppServicePlan", ("name", "asp"), ("sku", Map(("name", "P1v3"))));
        await _live.PutAsync("azure-native:web:WebApp", Site(Blue));
        await _live.PutAsync("azure-native:web:WebAppSlot", [("slot", "green"), .. Site(Green)]);
        await _live.Azure.Sites.SetRampUpAsync(_live.Group.Site("shop"), [new RampUpRule("green", "shop-green.azurewebsites.net", 12.5)], default);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _live.DisposeAsync();
        await _hosts.DisposeAsync();
    }

    [Test]
    public async Task Read_Slot_IsProved()
    {
        var digest = ((Known<string>)await _live.Azure.Images.FindAsync(Green, default)).Value;

        Assert.That(await JudgeAsync(Target("green")), Is.EqualTo(new RollbackProved(
        [
            "shop is Running.",
            "shop/green is Running.",
            "The ramp-up rules can be read: 12.5% to green.",
            $"{GreenHost} answers with 200.",
            $"The image {Green} is in its registry as {digest}.",
            "Version 0a1b of secret api-key is in the vault.",
            "The release does not change the schema.",
        ])));
    }

    [Test]
    public async Task Read_TheSiteItself_LooksAtNoSlot()
    {
        await _live.Azure.Sites.SetRampUpAsync(_live.Group.Site("shop"), [], default);
        await _live.Embedded.Resources.DeleteAsync(_live.Id("Microsoft.Web/sites/shop/slots/green"), default);

        Assert.That(((RollbackProved)await JudgeAsync(Target(null))).Facts[..3], Is.EqualTo(new[]
        {
            "shop is Running.",
            "The ramp-up rules can be read: everything goes to the site.",
            "http://shop.azurewebsites.net/health answers with 200.",
        }));
    }

    [Test]
    public async Task Read_SlotGone_IsNoProof()
    {
        await _live.Embedded.Resources.DeleteAsync(_live.Id("Microsoft.Web/sites/shop/slots/green"), default);

        Assert.That(await GapsAsync(Target("green")), Is.EqualTo(new[]
        {
            "There is no shop/green.",
            "Whether shop/green answers is not known: its host is not known.",
            "Azure names no image of shop/green.",
        }));
    }

    [Test]
    public async Task Read_SiteGone_IsNoProof() => Assert.That(
        await GapsAsync(Target("green") with { Site = _live.Group.Site("gone") }),
        Is.EqualTo(new[]
        {
            "There is no gone.",
            "There is no gone/green.",
            "The ramp-up rules cannot be read: there is no site.",
            "Whether gone/green answers is not known: its host is not known.",
            "Azure names no image of gone/green.",
        }));

    [Test]
    public async Task Read_Unwell_IsNoProof()
    {
        _status = 503;

        Assert.That(await GapsAsync(Target("green")), Is.EqualTo(new[] { $"{GreenHost} answers with 503, which is no success." }));
    }

    [Test]
    public async Task Read_NoAnswer_IsNotKnown()
    {
        await _hosts.DisposeAsync();

        Assert.That((await GapsAsync(Target("green"))).Single(), Does.StartWith($"Whether shop/green answers is not known: {GreenHost} gave no answer: "));
    }

    [Test]
    public async Task Read_ImageGone_AndSecretGone_IsNoProof()
    {
        await _live.Embedded.Images.DeleteAsync(Green, default);
        await _live.Embedded.Secrets.DeleteAsync("kv-shop", "api-key", default);

        Assert.That(await GapsAsync(Target("green")), Is.EqualTo(new[]
        {
            $"The image {Green} is no longer in its registry.",
            "Version 0a1b of secret api-key is not in the vault, or is disabled or outside of its dates.",
        }));
    }

    [Test]
    public async Task Read_WithoutAnAnswerOfAzure_IsNotKnown()
    {
        _live.Fail("siteConfig.get", new ServerError(), times: 1000);

        Assert.That(((RollbackUnproved)await JudgeAsync(Target("green"))).Gaps, Is.All.TypeOf<Unknown>());
        Assert.That((await GapsAsync(Target("green")))[0], Does.StartWith("Nothing is known of shop: Azure refused GET "));
    }

    [Test]
    public async Task Read_InPlace_AFormerVersion()
    {
        var target = new InPlaceTarget("worker v1", Blue)
        {
            Secrets = [new NeededSecret("api-key", null)],
            Schema = new Known<SchemaStanding>(new SchemaUnchanged()),
        };
        Assert.That(InPlaceRollbackProof.Judge(await Version().ReadAsync(target, default)), Is.TypeOf<RollbackProved>());

        Assert.That(InPlaceRollbackProof.Judge(await Version().ReadAsync(target with { Image = "crshop.azurecr.io/web:v0" }, default)), Is.EqualTo(
            new RollbackUnproved([new Missing("The image crshop.azurecr.io/web:v0 is no longer in its registry.")])));
    }

    private async Task<string[]> GapsAsync(SiteTarget target) =>
        await JudgeAsync(target) is RollbackUnproved unproved ? [.. unproved.Gaps.Select(gap => gap.Message)] : [];

    private async Task<ProofDecision> JudgeAsync(SiteTarget target)
    {
        using var http = ProbeClient.Through(_address, TimeProvider.System);
        return SiteRollbackProof.Judge(await new SiteFactsReader(_live.Azure.Sites, http, Version(), "http").ReadAsync(target, default));
    }

    private VersionFactsReader Version() => new(_live.Azure.Images, _live.Azure.Secrets);

    private SiteTarget Target(string? slot) => new(_live.Group.Site("shop"))
    {
        Slot = slot,
        HealthPath = "/health",
        AnswersWithin = TimeSpan.FromMinutes(1),
        Secrets = [new NeededSecret("api-key", "0a1b")],
        Schema = new Known<SchemaStanding>(new SchemaUnchanged()),
    };

    private (string, object)[] Site(string image) =>
    [
        ("name", "shop"),
        ("serverFarmId", _live.Id("Microsoft.Web/serverfarms/asp")),
        ("siteConfig", Map(
            ("linuxFxVersion", $"DOCKER|{image}"),
            ("appSettings", (object[])
            [
                Map(("name", "KEY"), ("value", "@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/api-key/0a1b)")),
            ]))),
    ];
}
