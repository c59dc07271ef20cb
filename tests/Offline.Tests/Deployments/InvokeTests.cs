using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Deployments;

internal sealed class InvokeTests
{
    private const string Token = "test:index:getPart";

    [Test]
    public async Task Invoke_GivesArgumentsAndTakesTheResult()
    {
        var mocks = new RecordingMocks();
        Output<PartResponse> part = null!;
        await Run.UpdateAsync(
            () => part = Deployment.Instance.Invoke<PartResponse>(Token, new GetPartArgs { Name = Output.Create("a"), MaxCount = 2 }),
            mocks);

        var value = await OutputUtilities.GetValueAsync(part);
        Assert.Multiple(() =>
        {
            Assert.That(mocks.Calls.Single().Token, Is.EqualTo(Token));
            Assert.That(mocks.Calls.Single().Args, Is.EqualTo(new Dictionary<string, object> { ["name"] = "a", ["maxCount"] = 2.0 }));
            Assert.That((value.Name, value.MaxCount), Is.EqualTo(("a", (int?)2)));
        });
    }

    [Test]
    public async Task Invoke_UnknownArgument_IsNotCalled()
    {
        var mocks = new RecordingMocks();
        Output<PartResponse> part = null!;
        await Run.PreviewAsync(
            () => part = Deployment.Instance.Invoke<PartResponse>(
                Token, new GetPartArgs { Name = OutputUtilities.CreateUnknown("a") }),
            mocks);

        Assert.Multiple(async () =>
        {
            Assert.That(mocks.Calls, Is.Empty);
            Assert.That(await OutputUtilities.GetIsKnownAsync(part), Is.False);
        });
    }

    [Test]
    public async Task Invoke_OnAResourceThatIsNotMadeYet_IsNotCalled()
    {
        var mocks = RecordingMocks.Giving(id: null, ("text", "a"));
        await Run.PreviewAsync(
            () => Deployment.Instance.Invoke<PartResponse>(
                Token, new GetPartArgs { Name = new Widget("w").Text.Apply(text => text!) }),
            mocks);

        Assert.That(mocks.Calls, Is.Empty);
    }

    [Test]
    public async Task Invoke_DependsOn_IsADependencyOfTheResult()
    {
        Widget widget = null!;
        Output<PartResponse> part = null!;
        await Run.UpdateAsync(() =>
        {
            widget = new Widget("w");
            part = Deployment.Instance.Invoke<PartResponse>(
                Token, new GetPartArgs { Name = "a" }, new InvokeOutputOptions { DependsOn = { widget } });
        });

        Assert.That(await Look.DependenciesOfAsync(part), Is.EquivalentTo(new Resource[] { widget }));
    }

    [Test]
    public async Task InvokeAsync_GivesTheValue()
        => Assert.That(
            (await Run.InPreviewAsync(
                () => Deployment.Instance.InvokeAsync<PartResponse>(Token, new GetPartArgs { Name = "a" }))).Name,
            Is.EqualTo("a"));

    [Test]
    public async Task FailingCall_FailsTheRun()
    {
        var mocks = new RecordingMocks { CallAnswer = _ => throw new FormatException("no such part") };

        Assert.That(
            await Run.FailureAsync(() => Run.PreviewAsync(
                () => Deployment.Instance.Invoke<PartResponse>(Token, new GetPartArgs { Name = "a" }), mocks)),
            Does.Contain("no such part"));
    }

    private sealed class GetPartArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;

        [Input("maxCount")]
        public Input<int>? MaxCount { get; set; }
    }
}
