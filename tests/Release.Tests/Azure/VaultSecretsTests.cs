using ReleaseInfra.Domain.Proofs;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.KeyVault;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class VaultSecretsTests
{
    private const string Planted = "correct-horse-battery-staple";

    private LiveAzure _live = null!;

    private DateTimeOffset Now => _live.Time.GetUtcNow();

    [SetUp]
    public async Task OpenAsync()
    {
        _live = await LiveAzure.OpenAsync();
        await _live.PutAsync("azure-native:keyvault:Vault", ("vaultName", "kv-shop"));
    }

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public async Task Find_ByVersion()
    {
        await AddAsync("0a1b");
        await AddAsync("77ff");

        Assert.That(await FindAsync("0a1b"), Is.EqualTo(new Known<string>("0a1b")));
        Assert.That(await FindAsync("dead"), Is.EqualTo(new Absent<string>()));
    }

    [Test]
    public async Task Find_TheLatest_IsTheNewest()
    {
        await AddAsync("77ff");
        await AddAsync("0a1b");

        Assert.That(await FindAsync(null), Is.EqualTo(new Known<string>("0a1b")));
    }

    /// <summary>The vault gives the newest away or refuses; it does not fall back to an older one.</summary>
    [Test]
    public async Task Find_TheLatest_Disabled_IsAbsent()
    {
        await AddAsync("77ff");
        await AddAsync("0a1b", version => version with { Enabled = false });

        Assert.That(await FindAsync(null), Is.EqualTo(new Absent<string>()));
        Assert.That(await FindAsync("77ff"), Is.EqualTo(new Known<string>("77ff")));
    }

    [Test]
    public async Task Find_OutsideItsDates_IsAbsent()
    {
        await AddAsync("0001", version => version with { NotBefore = Now.AddHours(1) });
        await AddAsync("0002", version => version with { Expires = Now.AddHours(1) });

        Assert.That((await FindAsync("0001"), await FindAsync("0002")), Is.EqualTo((new Absent<string>(), new Known<string>("0002"))));
        _live.Time.Advance(TimeSpan.FromHours(1));
        Assert.That((await FindAsync("0001"), await FindAsync("0002")), Is.EqualTo((new Known<string>("0001"), new Absent<string>())));
    }

    [Test]
    public async Task Find_GoesThroughAllPages()
    {
        for (var number = 0; number < 60; number++)
            await AddAsync($"{number:x4}");

        Assert.That(await FindAsync("003b"), Is.EqualTo(new Known<string>("003b")));
        Assert.That(_live.Log.Of("/secrets/api-key/versions"), Is.EqualTo(new[] { "GET 200", "GET 200", "GET 200" }));
    }

    [Test]
    public async Task Find_NoSuchSecret_IsAbsent() => Assert.That(await FindAsync("0a1b"), Is.EqualTo(new Absent<string>()));

    [Test]
    public async Task Find_NoVault_IsNotKnown_ThoughItIsA404()
    {
        await _live.Embedded.Resources.DeleteAsync(_live.Id("Microsoft.KeyVault/vaults/kv-shop"), default);

        Assert.That((await FindAsync("0a1b") as NotKnown<string>)?.Why, Does.StartWith(
            "Azure refused GET /secrets/api-key/versions: 404 VaultNotFound: There is no vault kv-shop.vault.azure.net. (request "));
    }

    [Test]
    public async Task Find_NotAllowed_SaysWhatItNeeds()
    {
        _live.Fail("secretVersions.list", new Forbidden("Forbidden", "Caller is not authorized to perform action on resource."));

        Assert.That(await FindAsync("0a1b"), Is.EqualTo(new NotKnown<string>(
            "Azure does not allow GET /secrets/api-key/versions: 403 Forbidden: Caller is not authorized to perform action on resource; "
            + "it needs the role Key Vault Reader on kv-shop.vault.azure.net, and a way in through its network rules")));
    }

    [Test]
    public async Task Find_WithoutAnAnswer_IsNotKnown()
    {
        _live.Fail("secretVersions.list", new EmptyResult());

        Assert.That(await FindAsync("0a1b"), Is.EqualTo(new NotKnown<string>(
            "Azure's answer to GET /secrets/api-key/versions cannot be understood: it is 200 with an empty body")));
    }

    [Test]
    public async Task Find_WhatTheProgramDeclares_AndWhatAnAppRefersTo()
    {
        await _live.PutAsync("azure-native:keyvault:Secret", ("vaultName", "kv-shop"), ("secretName", "database-url"));
        await _live.PutAsync(
            "azure-native:app:Job",
            ("jobName", "migrate"),
            ("environmentId", _live.Id("Microsoft.App/managedEnvironments/cae")),
            ("configuration", Map(("secrets", (object[])
            [
                Map(("name", "api-key"), ("keyVaultUrl", "https://kv-shop.vault.azure.net/secrets/api-key/0a1b")),
            ]))));

        Assert.That(await _live.Azure.Secrets.FindAsync("database-url", null, default), Is.TypeOf<Known<string>>());
        Assert.That(await FindAsync("0a1b"), Is.EqualTo(new Known<string>("0a1b")));
        await _live.Embedded.Secrets.DeleteAsync("kv-shop", "api-key", default);
        Assert.That(await FindAsync("0a1b"), Is.EqualTo(new Absent<string>()));
    }

    /// <summary>Nobody asks for a value, so nothing that is answered, logged or said has one.</summary>
    [Test]
    public async Task Value_IsNowhere()
    {
        await _live.PutAsync(
            "azure-native:keyvault:Secret", ("vaultName", "kv-shop"), ("secretName", "api-key"), ("properties", Map(("value", Planted))));
        using var client = new HttpClient(Listening(out var heard));
        client.DefaultRequestHeaders.Authorization = new("Bearer", _live.Server.Token);
        foreach (var path in new[] { "secrets/api-key/versions", "secrets/api-key/versions/", "secrets/api-key", "secrets" })
            await client.GetAsync($"https://kv-shop.vault.azure.net/{path}?api-version=7.4");
        _live.Fail("secretVersions.list", new ServerError(), times: 1000);
        var facts = new[] { await FindAsync(null), await _live.Azure.Secrets.FindAsync("other", null, default) };
        await _live.Embedded.SaveAsync(default);

        var said = string.Join('\n', heard.Concat(facts.Select(fact => fact.ToString())).Concat(_live.Log.Attempts.Select(attempt => attempt.ToString())));
        Assert.That(heard, Has.Count.EqualTo(4).And.Some.Contains("/secrets/api-key/"));
        Assert.That(said, Does.Not.Contain(Planted));
        Assert.That(await File.ReadAllTextAsync(_live.File), Does.Contain("api-key").And.Not.Contain(Planted));
    }

    private Task<Fact<string>> FindAsync(string? version) => _live.Azure.Secrets.FindAsync("api-key", version, default);

    private async Task AddAsync(string version, Func<SecretVersion, SecretVersion>? change = null)
    {
        _live.Time.Advance(TimeSpan.FromSeconds(1));
        var added = new SecretVersion("kv-shop", "api-key", version, Enabled: true, null, null, Now);
        await _live.Embedded.Secrets.PutAsync(change?.Invoke(added) ?? added, default);
    }

    /// <summary>Keeps every answer whole.</summary>
    private ListeningHandler Listening(out IReadOnlyList<string> heard)
    {
        var handler = new ListeningHandler(_live.Handler());
        heard = handler.Heard;
        return handler;
    }

    private sealed class ListeningHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly List<string> _heard = [];

        public IReadOnlyList<string> Heard => _heard;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            _heard.Add($"{answer}\n{await answer.Content.ReadAsStringAsync(cancellationToken)}");
            return answer;
        }
    }
}
