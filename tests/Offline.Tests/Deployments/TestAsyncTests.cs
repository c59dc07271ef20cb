using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Deployments;

internal sealed class TestAsyncTests
{
    [Test]
    public void Instance_OutsideADeployment_IsRejected()
        => Assert.That(
            () => Deployment.Instance,
            Throws.InvalidOperationException.With.Message.EqualTo(
                "Trying to acquire Deployment.Instance before 'Run' was called."));

    [Test]
    public async Task Instance_HasTheDefaults()
        => Assert.That(
            await Run.InPreviewAsync(() => Task.FromResult((
                Deployment.Instance.ProjectName, Deployment.Instance.StackName, Deployment.Instance.OrganizationName))),
            Is.EqualTo(("project", "stack", "organization")));

    [TestCase(null, true)]
    [TestCase(true, true)]
    [TestCase(false, false)]
    public async Task IsDryRun_IsAsAsked(bool? asked, bool expected)
    {
        bool? seen = null;
        await Deployment.TestAsync(
            new RecordingMocks(), new TestOptions { IsPreview = asked }, () => { seen = Deployment.Instance.IsDryRun; });

        Assert.That(seen, Is.EqualTo(expected));
    }

    [Test]
    public async Task Instance_IsGoneAfterTheRun()
    {
        await Run.PreviewAsync(() => _ = new Widget("w"));

        Assert.That(() => Deployment.Instance, Throws.InvalidOperationException);
    }

    [Test]
    public async Task TestAsync_OfAStack_ReturnsItAmongTheResources()
    {
        var resources = await Deployment.TestAsync<OneWidget>(new RecordingMocks(), new TestOptions { StackName = "dev" });

        Assert.Multiple(async () =>
        {
            Assert.That(
                resources.Select(resource => resource.GetResourceName()), Is.EquivalentTo(new[] { "project-dev", "w" }));
            Assert.That(
                await OutputUtilities.GetValueAsync(resources.OfType<OneWidget>().Single().WidgetId), Is.EqualTo("w-id"));
        });
    }

    [Test]
    public async Task TestAsync_OfAFunction_ReturnsItsOutputsAndNoStack()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new RecordingMocks(), new TestOptions(), () => new Dictionary<string, object?> { ["id"] = new Widget("w").Id });

        Assert.Multiple(async () =>
        {
            Assert.That(resources.Single(), Is.TypeOf<Widget>());
            Assert.That(await OutputUtilities.GetValueAsync((Output<string>)outputs["id"]!), Is.EqualTo("w-id"));
        });
    }

    [Test]
    public async Task ServiceProvider_WithoutTheStack_FailsTheRun()
        => Assert.That(
            await Run.FailureAsync(() => Deployment.TestWithServiceProviderAsync<OneWidget>(
                new RecordingMocks(), new OneService(() => null))),
            Does.Contain($"Failed to resolve instance of type {typeof(OneWidget)} from service provider."));

    [Test]
    public async Task UnsetStackOutput_FailsTheRun()
        => Assert.That(
            await Run.FailureAsync(() => Deployment.TestAsync<UnsetOutput>(new RecordingMocks())),
            Does.Contain(
                "Output(s) 'id' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor."));

    [Test]
    public void LoggedError_FailsTheRunAtItsEnd()
    {
        var done = false;

        Assert.That(
            async () => await Run.PreviewAsync(() =>
            {
                Log.Error("the tag is not there");
                done = true;
            }),
            Throws.TypeOf<RunException>().With.Message.EqualTo("the tag is not there"));
        Assert.That(done, Is.True);
        Environment.ExitCode = 0;
    }

    [Test]
    public void SeveralErrors_AreAnAggregate()
    {
        Assert.That(
            async () => await Run.PreviewAsync(() =>
            {
                Log.Error("one");
                Log.Error("two");
            }),
            Throws.TypeOf<AggregateException>().With.Property(nameof(AggregateException.InnerExceptions)).All.TypeOf<RunException>());
        Environment.ExitCode = 0;
    }

    [Test]
    public void RunExceptionInTheProgram_KeepsItsMessage()
    {
        Assert.That(
            async () => await Run.PreviewAsync(() => throw new RunException("no such environment")),
            Throws.TypeOf<RunException>().With.Message.EqualTo("no such environment"));
        Environment.ExitCode = 0;
    }

    [Test]
    public async Task ExceptionInTheProgram_IsTold()
        => Assert.That(
            await Run.FailureAsync(new Action(() => throw new FormatException("no such number"))),
            Does.Contain("failed with an unhandled exception:").And.Contain("no such number"));

    [Test]
    public async Task WarningsAndInformation_FailNothing()
        => Assert.That(
            await Run.PreviewAsync(() =>
            {
                Log.Debug("a");
                Log.Info("b");
                Log.Warn("c");
            }),
            Is.Empty);

    [Test]
    public async Task Runs_DoNotSeeEachOther()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            string? seen = null;
            await Deployment.TestAsync(new RecordingMocks(), new TestOptions { StackName = $"s{i}" }, async () =>
            {
                await Task.Yield();
                seen = Deployment.Instance.StackName;
            });
            return seen;
        }));

        Assert.That(names, Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"s{i}")));
    }

    private sealed class OneWidget : Stack
    {
        public OneWidget() => WidgetId = new Widget("w").Id;

        [Output]
        public Output<string> WidgetId { get; private set; }
    }

    private sealed class UnsetOutput : Stack
    {
        public UnsetOutput() => Id = null!;

        [Output("id")]
        public Output<string> Id { get; private set; }
    }
}
