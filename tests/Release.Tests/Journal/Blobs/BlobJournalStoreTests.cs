using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Rehearsal.Arm.Faults;
using ReleaseInfra.Rehearsal.Blobs;

namespace ReleaseInfra.Release.Tests.Journal.Blobs;

public sealed class BlobJournalStoreTests : JournalStoreContract
{
    private LiveBlobs _live = null!;

    private protected override IJournalStore Store => _live.Store;

    [SetUp]
    public async Task OpenAsync() => _live = await LiveBlobs.OpenAsync(pageSize: 2);

    [TearDown]
    public async Task CloseAsync() => await _live.DisposeAsync();

    [Test]
    public void Name_IsWhereOneOpensIt() => Assert.That(
        Store.NameOf(Name), Is.EqualTo($"{_live.Server.Endpoint}releases/production/20261121-120000-0a1b2c3d.jsonl"));

    [Test]
    public async Task List_OfSeveralPages_HasAllOfThem()
    {
        var ids = Enumerable.Range(1, 5).Select(day => $"202611{day:00}-000000-00000000").ToArray();
        foreach (var id in ids)
            await (await Store.TakeAsync(new JournalName("production", ReleaseId.Parse(id)), JournalClaim.Wait, default)).DisposeAsync();

        Assert.That((await Store.ListAsync("production", default)).Select(id => id.Text), Is.EqualTo(ids));
    }

    [TestCase(403, "AuthorizationPermissionMismatch", "This request is not authorized to perform this operation using this permission.", "Azure does not allow GET /releases: 403 AuthorizationPermissionMismatch: This request is not authorized to perform this operation using this permission. Ask for the role Storage Blob Data Contributor on the container; a new role takes some minutes to be known everywhere.")]
    [TestCase(403, "AuthorizationFailure", "This request is not authorized to perform this operation.", "Azure does not allow GET /releases: 403 AuthorizationFailure: This request is not authorized to perform this operation. The account's firewall does not let this machine in: run the command from a network that it allows, or allow this one.")]
    public async Task Refusals_SayWhatToDo(int status, string code, string message, string expected)
    {
        _live.Fail("blobs.list", new BlobRefusal(status, code, message));

        await RejectsAsync(
            () => Store.ListAsync("production", default),
            ExitCode.EngineFailed,
            $"The journals in {_live.Server.Endpoint}releases cannot be reached. {expected}");
    }

    [Test]
    public Task Container_ThatIsNotThere_IsNamed() => RejectsRequestAsync(
        () => _live.StoreOf("elsewhere").ReadAsync(Name, default),
        $"The journals in {_live.Server.Endpoint}elsewhere cannot be reached. " +
        "Azure refused GET /elsewhere/production/20261121-120000-0a1b2c3d.jsonl: 404 ContainerNotFound: The specified container does not exist. (request ID). " +
        "Make the container ('az storage container create --auth-mode login'), or correct journal.container.");

    [Test]
    public Task Login_ThatIsNotTaken_SaysHowToLogIn() => RejectsRequestAsync(
        () => _live.StoreOf(LiveBlobs.Container, token: "old").ReadAsync(Name, default),
        $"The journals in {_live.Server.Endpoint}releases cannot be reached. " +
        "Azure did not accept the login for GET /releases/production/20261121-120000-0a1b2c3d.jsonl: 401 InvalidAuthenticationInfo: Server failed to " +
        "authenticate the request. Please refer to the information in the www-authenticate header. " +
        "Run 'az login' again, in the tenant that the subscription belongs to.");

    [Test]
    public async Task Throttled_WaitsAsLongAsItIsAsked_AndGoesOn()
    {
        await (await BeginAsync(Ann)).DisposeAsync();
        _live.Fail("blobs.list", new TooManyRequests(TimeSpan.FromSeconds(7)), times: 2);

        Assert.That(await Store.ListAsync("production", default), Has.Length.EqualTo(1));
        Assert.That(_live.Time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7) }));
    }

    private protected override Task LoseLeaseAsync()
    {
        // As long as a machine that sleeps does not renew it.
        _live.ServerTime.Advance(TimeSpan.FromSeconds(61));
        return Task.CompletedTask;
    }

    // Azure's id of a request is another one each time.
    private static async Task RejectsRequestAsync(Func<Task> act, string message)
    {
        var failure = Assert.ThrowsAsync<ReleaseFailure>(() => act())!;
        await Task.CompletedTask;
        Assert.That(
            System.Text.RegularExpressions.Regex.Replace(failure.Message, @"\(request [0-9a-f-]+\)", "(request ID)"), Is.EqualTo(message));
        Assert.That(failure.Code, Is.EqualTo(ExitCode.EngineFailed));
    }
}
