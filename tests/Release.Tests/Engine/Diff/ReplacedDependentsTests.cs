using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Diff;
using ReleaseInfra.Cli.Engine.Values;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.Diff;

public sealed class ReplacedDependentsTests
{
    private static readonly ReplacedDependents Sut = new((_, path) => path == "parent", resource => [$"/id/{resource.Name}", resource.Name]);

    [TestCase("/id/server", Operation.Same, Operation.Replace)]
    [TestCase("/ID/SERVER", Operation.Update, Operation.Replace)]
    [TestCase("server", Operation.Same, Operation.Replace)]
    [TestCase("/id/server/more", Operation.Same, Operation.Same)]
    [TestCase("server", Operation.Create, Operation.Create)]
    [TestCase("server", Operation.Delete, Operation.Delete)]
    public void Dependent_ThatNamesItWhereAzureNeverChanges(string parent, object operation, object expected)
    {
        var changes = Sut.Added([Change("server", Operation.Replace), Change("child", (Operation)operation, Map(("parent", parent)), "server")]);

        Assert.That(changes[1].Operation, Is.EqualTo(expected));
    }

    [Test]
    public void Dependent_ThatNamesItElsewhere_Stays()
    {
        var changes = Sut.Added([Change("server", Operation.Replace), Change("child", Operation.Same, Map(("other", "/id/server")), "server")]);

        Assert.That(changes[1].Operation, Is.EqualTo(Operation.Same));
    }

    [Test]
    public void DependentOfADependent_GoesToo_AndSaysWhy()
    {
        var changes = Sut.Added(
        [
            Change("grandchild", Operation.Same, Map(("parent", "child")), "child"),
            Change("child", Operation.Same, Map(("parent", "/id/server")), "server"),
            Change("server", Operation.Replace),
        ]);

        Assert.That(changes.Select(change => change.Resource.Name), Is.EqualTo(new[] { "grandchild", "child", "server" }));
        Assert.That(changes.Select(change => change.Operation), Is.All.EqualTo(Operation.Replace));
        var why = changes[1].Changes.Single();
        Assert.That(why.Path, Is.EqualTo("parent"));
        Assert.That(why.From!.Text(), Is.EqualTo("\"/id/server\""));
        Assert.That(why.To, Is.EqualTo(UnknownValue.Instance));
        Assert.That(why.ForcesReplacement, Is.True);
    }

    [Test]
    public void Nothing_WhereNothingIsReplaced()
    {
        ImmutableArray<ResourceChange> changes =
            [Change("server", Operation.Update), Change("child", Operation.Same, Map(("parent", "/id/server")), "server")];

        Assert.That(Sut.Added(changes), Is.EqualTo(changes));
    }

    private static ResourceChange Change(string name, Operation operation, MapValue? inputs = null, params string[] needs) => new(
        Resource(name, inputs ?? Map()) with { Dependencies = [.. needs.Select(needed => Resource(needed, Map()).Urn)] },
        operation,
        []);
}
