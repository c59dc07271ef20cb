using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Diff;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.Diff;

public sealed class ResourceOrderTests
{
    [Test]
    public void Of_NeededFirst() =>
        Assert.That(Order(One("a", "c"), One("b", "a"), One("c")), Is.EqualTo(new[] { "c", "a", "b" }));

    [Test]
    public void Of_WithoutNeeds_AsGiven() =>
        Assert.That(Order(One("b"), One("c"), One("a")), Is.EqualTo(new[] { "b", "c", "a" }));

    [Test]
    public void Of_ParentFirst() =>
        Assert.That(Order(In("child", "parent"), Component("parent")), Is.EqualTo(new[] { "parent", "child" }));

    [Test]
    public void Of_WhoNeedsAComponent_NeedsAllThatIsInIt() => Assert.That(
        Order(One("user", "outer"), Component("outer"), In("inner", "outer") with { IsComponent = true }, In("leaf", "inner")),
        Is.EqualTo(new[] { "outer", "inner", "leaf", "user" }));

    [Test]
    public void Of_InsideTheComponentThatIsNeeded_WaitsForNoSibling() => Assert.That(
        Order(Component("outer"), In("first", "outer") with { Dependencies = [Urn("outer")] }, In("second", "outer") with { Dependencies = [Urn("first")] }),
        Is.EqualTo(new[] { "outer", "first", "second" }));

    [Test]
    public void Of_NeedOutsideTheList_IsMetAlready() =>
        Assert.That(Order(One("a", "elsewhere")), Is.EqualTo(new[] { "a" }));

    private static string[] Order(params StackResource[] resources) => [.. ResourceOrder.Of(resources).Select(resource => resource.Name)];

    private static StackResource One(string name, params string[] needs) =>
        Resource(name, Map()) with { Dependencies = [.. needs.Select(Urn)] };

    private static StackResource Component(string name) => One(name) with { IsComponent = true };

    private static StackResource In(string name, string parent) => One(name) with { Parent = Urn(parent) };

    private static string Urn(string name) => Resource(name, Map()).Urn;
}
