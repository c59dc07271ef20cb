using Pulumi;
using Pulumi.Testing;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Resources;

internal sealed class TransformationTests
{
    [Test]
    public async Task Order_IsOwnThenParentsThenTheStacks()
    {
        var order = new List<string>();
        var services = new OneService(() => new ProgramStack(
            new StackOptions { ResourceTransformations = { Noting(order, "stack") } },
            () => new Group(
                "g",
                group => new Widget(
                    "w", options: new() { Parent = group, ResourceTransformations = { Noting(order, "own") } }),
                new() { ResourceTransformations = { Noting(order, "parent") } })));
        await Deployment.TestWithServiceProviderAsync<ProgramStack>(new RecordingMocks(), services);

        Assert.That(
            order,
            Is.EqualTo(new[]
            {
                "stack project-stack", "parent g", "stack g", "own w", "parent w", "stack w",
            }));
    }

    [Test]
    public async Task Args_MayBeReplaced()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(
            () => new Widget("w", new() { Text = "a" }, new()
            {
                ResourceTransformations = { args => new(new WidgetArgs { Text = "b" }, args.Options) },
            }),
            mocks);

        Assert.That(mocks.InputsOf("w")["text"], Is.EqualTo("b"));
    }

    [Test]
    public async Task Options_MayBeReplaced()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(
            () => new Widget("w", options: new()
            {
                ResourceTransformations =
                {
                    args => new(args.Args, CustomResourceOptions.Merge(
                        (CustomResourceOptions)args.Options, new() { ImportId = "existing" })),
                },
            }),
            mocks);

        Assert.That(mocks.Resources.Single().Id, Is.EqualTo("existing"));
    }

    [Test]
    public async Task Rejects_AnotherParent()
        => Assert.That(
            await Run.FailureAsync(() =>
            {
                var group = new Group("g");
                _ = new Widget("w", options: new()
                {
                    ResourceTransformations = { args => new(args.Args, new CustomResourceOptions { Parent = group }) },
                });
            }),
            Does.Contain("Transformations cannot currently be used to change the 'parent' of a resource."));

    [Test]
    public async Task Resource_HasItsNameTypeAndOutputsAlready()
    {
        (string Type, string Name, bool HasOutputs) seen = default;
        await Run.PreviewAsync(() => new Widget("w", options: new()
        {
            ResourceTransformations =
            {
                args =>
                {
                    var widget = (Widget)args.Resource;
                    seen = (widget.GetResourceType(), widget.GetResourceName(), widget.Text is not null && widget.Urn is not null);
                    return null;
                },
            },
        }));

        Assert.That(seen, Is.EqualTo(("test:index:Widget", "w", true)));
    }

    private static ResourceTransformation Noting(List<string> order, string who)
        => args =>
        {
            order.Add($"{who} {args.Resource.GetResourceName()}");
            return null;
        };
}
