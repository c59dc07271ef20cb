using System.Net;
using ReleaseInfra.Rehearsal.Doors;
using ReleaseInfra.Rehearsal.Operations;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Tests.Doors;

internal sealed class AzureDoorTests
{
    private const string Network = "azure-native:network:VirtualNetwork";

    private SmallAzure _small = null!;
    private AzureDoor _door = null!;
    private HttpClient _http = null!;

    private DistantAzure Distant => new(_http, _door.Token, _small.Time);

    [SetUp]
    public async Task Open()
    {
        _small = await SmallAzure.OpenAsync();
        _door = await AzureDoor.OpenAsync(_small.Azure, DateTimeOffset.UtcNow, default);
        _http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _door.Certificate.Thumbprint },
        })
        {
            BaseAddress = _door.Endpoint,
        };
    }

    [TearDown]
    public async Task Close()
    {
        _http.Dispose();
        await _door.DisposeAsync();
        _small.Dispose();
    }

    [Test]
    public async Task Put_FromAnotherProcess_IsInAzureWithAllItsInputs()
    {
        var ended = await Distant.PutAsync(Declared("10.0.0.0/16"), default);
        Assert.That(ended, Is.TypeOf<OperationSucceeded>());
        var found = await _small.Azure.Resources.GetAsync(Id, default);
        Assert.That(found.Inputs["tags"], Is.EqualTo(SmallAzure.Map(("owner", "platform"))));
    }

    [Test]
    public async Task Put_RefusedByARule_ThrowsAzuresOwnError()
    {
        var here = await SmallAzure.RefusalAsync(() => _small.Azure.Resources.PutAsync(Declared("10.0.0.0/16", "rg-none"), default));
        var there = await SmallAzure.RefusalAsync(() => Distant.PutAsync(Declared("10.0.0.0/16", "rg-none"), default));
        Assert.That(there, Is.EqualTo(here));
    }

    [Test]
    public async Task Delete_TwiceFromAnotherProcess_SaysWhetherThereWasAnything()
    {
        await Distant.PutAsync(Declared("10.0.0.0/16"), default);
        Assert.That(await Distant.DeleteAsync(Id, default), Is.True);
        Assert.That(await Distant.DeleteAsync(Id, default), Is.False);
    }

    [Test]
    public async Task PurgeVault_NoneWasDeleted_ThrowsAzuresOwnError()
    {
        var refused = await SmallAzure.RefusalAsync(() => Distant.PurgeVaultAsync("kv-shop", default));
        Assert.That(refused, Is.EqualTo(await SmallAzure.RefusalAsync(() => _small.Azure.DeletedVaults.PurgeAsync("kv-shop", default))));
    }

    [Test]
    public async Task Answer_WithoutTheToken_IsUnauthorized()
    {
        using var answer = await _http.DeleteAsync($"/resources?id={Uri.EscapeDataString(Id)}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static string Id => $"{SmallAzure.Group}/providers/Microsoft.Network/virtualNetworks/vnet-shop";

    private static DeclaredResource Declared(string addresses, string group = "rg-shop") => new(Network, "network", SmallAzure.Map(
        ("resourceGroupName", group),
        ("virtualNetworkName", "vnet-shop"),
        ("location", "westeurope"),
        ("tags", SmallAzure.Map(("owner", "platform"))),
        ("addressSpace", SmallAzure.Map(("addressPrefixes", new List<object> { addresses })))));
}
