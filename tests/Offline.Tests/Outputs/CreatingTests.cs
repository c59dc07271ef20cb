using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Outputs;

internal sealed class CreatingTests
{
    [Test]
    public async Task Create_IsKnownAndPlain()
        => Assert.That(await Look.AtAsync(Output.Create("a")), Is.EqualTo(Look<string>.Plain("a")));

    [Test]
    public async Task CreateSecret_ValueTaskAndOutput_AreSecret()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await Look.AtAsync(Output.CreateSecret("a")), Is.EqualTo(Look<string>.Secret("a")));
            Assert.That(await Look.AtAsync(Output.CreateSecret(Task.FromResult("a"))), Is.EqualTo(Look<string>.Secret("a")));
            Assert.That(await Look.AtAsync(Output.CreateSecret(Output.Create("a"))), Is.EqualTo(Look<string>.Secret("a")));
        });
    }

    [Test]
    public async Task Unsecret_LeavesTheOriginalSecret()
    {
        var secret = Output.CreateSecret("a");
        var open = Output.Unsecret(secret);

        Assert.Multiple(async () =>
        {
            Assert.That(await Output.IsSecretAsync(open), Is.False);
            Assert.That(await Output.IsSecretAsync(secret), Is.True);
        });
    }

    [Test]
    public void Create_NullTask_IsRejected()
        => Assert.That(() => Output.Create((Task<string>)null!), Throws.ArgumentNullException);

    [Test]
    public async Task GetValueAsync_Unknown_IsTheDefault()
        => Assert.That(await OutputUtilities.GetValueAsync(OutputUtilities.CreateUnknown("a")), Is.Null);

    [Test]
    public void ToString_SaysThatItIsNotSupported()
        => Assert.That(Output.Create(1).ToString(), Does.StartWith("Calling [ToString] on an [Output<T>] is not supported."));
}
