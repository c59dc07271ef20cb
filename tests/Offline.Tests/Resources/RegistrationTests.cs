using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Resources;

internal sealed class RegistrationTests
{
    [Test]
    public async Task Mocks_SeeComponentsButNotTheStack()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(() => new Group("g", group => new Widget("w", options: new() { Parent = group })), mocks);

        Assert.That(
            mocks.Resources.Select(args => (args.Type, args.Name)),
            Is.EquivalentTo(new[] { ("test:index:Group", "g"), ("test:index:Widget", "w") }));
    }

    [Test]
    public async Task Urn_IsUnderTheStackAndTheOutermostParentType()
    {
        var (group, widget) = ((Group)null!, (Widget)null!);
        await Run.PreviewAsync(() => group = new Group("g", _ => widget = new Widget("w")));

        Assert.Multiple(async () =>
        {
            Assert.That(
                await OutputUtilities.GetValueAsync(group.Urn),
                Is.EqualTo("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::g"));
            Assert.That(
                await OutputUtilities.GetValueAsync(widget.Urn),
                Is.EqualTo("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Widget::w"));
        });
    }

    [Test]
    public async Task NameAndType_AreAsGiven()
    {
        Widget widget = null!;
        await Run.PreviewAsync(() => widget = new Widget("w"));

        Assert.That((widget.GetResourceType(), widget.GetResourceName()), Is.EqualTo(("test:index:Widget", "w")));
    }

    [TestCase("", "w", "'type' cannot be null or empty.")]
    [TestCase("test:index:Widget", "", "'name' cannot be null or empty.")]
    public async Task Rejects_EmptyTypeOrName(string type, string name, string message)
        => Assert.That(await Run.FailureAsync(() => new CustomResource(type, name, null, new CustomResourceOptions())), Does.Contain(message));

    [Test]
    public async Task OutputOfOneResource_IsInputOfAnother()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(
            () =>
            {
                var first = new Widget("first", new() { Text = "a" });
                _ = new Widget("second", new() { Text = first.Text.Apply(text => text + "b") });
            },
            mocks);

        Assert.That(mocks.InputsOf("second")["text"], Is.EqualTo("ab"));
    }

    [Test]
    public async Task SlowMocks_AreWaitedFor()
    {
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                await Task.Yield();
                return (args.Name, args.Inputs);
            },
        };
        var resources = await Run.UpdateAsync(
            () =>
            {
                var previous = new Widget("0");
                for (var i = 1; i < 200; i++)
                    previous = new Widget($"{i}", new() { Text = previous.Id });
            },
            mocks);

        Assert.Multiple(() =>
        {
            Assert.That(resources, Has.Length.EqualTo(200));
            Assert.That(mocks.InputsOf("199")["text"], Is.EqualTo("198"));
        });
    }

    [Test]
    public async Task Resources_MayBeMadeOnManyThreads()
    {
        var resources = await Run.UpdateAsync(
            () => new Group("g", group => Parallel.For(
                0, 500, i => new Widget($"{i}", new() { Number = i }, new() { Parent = group }))));

        Assert.That(resources, Has.Length.EqualTo(501));
    }

    [Test]
    public async Task FailingMock_FailsTheRun()
    {
        var mocks = new RecordingMocks { Answer = _ => throw new FormatException("the cloud is full") };

        Assert.That(
            await Run.FailureAsync(() => Run.UpdateAsync(() => new Widget("w"), mocks)), Does.Contain("the cloud is full"));
    }

    [Test]
    public async Task FailingMock_FailsWhatDependsOnIt()
    {
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                await Task.Yield();
                return args.Name == "first" ? throw new FormatException("the cloud is full") : ("id", args.Inputs);
            },
        };
        await Run.FailureAsync(() => Run.UpdateAsync(
            () => new Widget("second", new() { Text = new Widget("first").Id }), mocks));

        Assert.That(mocks.Resources.Select(args => args.Name), Is.EqualTo(new[] { "first" }));
    }

    [Test]
    public async Task Read_GivesTheIdToTheMock()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(() => new Widget("w", options: new() { Id = "existing" }), mocks);

        Assert.That(mocks.Resources.Single().Id, Is.EqualTo("existing"));
    }

    [Test]
    public async Task Import_GivesTheIdToTheMock()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(() => new Widget("w", options: new() { ImportId = "existing" }), mocks);

        Assert.That(mocks.Resources.Single().Id, Is.EqualTo("existing"));
    }

    [Test]
    public async Task DependsOnComponent_WaitsForItsChildren()
    {
        var childAnswered = false;
        var seenByDependent = false;
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                if (args.Name == "child")
                {
                    for (var i = 0; i < 50; i++)
                        await Task.Yield();
                    childAnswered = true;
                }
                else if (args.Name == "dependent")
                {
                    seenByDependent = childAnswered;
                }

                return ("id", args.Inputs);
            },
        };
        await Run.UpdateAsync(
            () =>
            {
                var group = new Group("g", self => new Widget("child", options: new() { Parent = self }));
                _ = new Widget("dependent", options: new() { DependsOn = { group } });
            },
            mocks);

        Assert.That(seenByDependent, Is.True);
    }
}
