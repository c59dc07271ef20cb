using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Diff;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.Diff;

public sealed class StackDiffTests
{
    private static readonly Dictionary<string, ImmutableArray<string>> NothingIgnored = [];

    [Test]
    public void Between_EveryOperation()
    {
        StackResource[] before =
        [
            Resource("changed", Map(("cpu", 1))),
            Resource("gone", Map()),
            Resource("moved", Map(("location", "westeurope"))),
            Resource("same", Map(("cpu", 1))),
        ];
        StackResource[] after =
        [
            Resource("same", Map(("cpu", 1))),
            Resource("moved", Map(("location", "northeurope"))),
            Resource("added", Map(("cpu", 1))),
            Resource("changed", Map(("cpu", 2))),
        ];

        var changes = new StackDiff((_, path) => path == "location").Between(before, after, NothingIgnored);

        Assert.That(changes.Select(change => $"{change.Resource.Name}: {change.Operation}"), Is.EqualTo(new[]
        {
            "added: Create",
            "changed: Update",
            "gone: Delete",
            "moved: Replace",
            "same: Same",
        }));
    }

    [Test]
    public void Between_AnotherType_IsAnotherResource()
    {
        var before = Resource("it", Map(), "azure-native:redis:Redis");
        var after = Resource("it", Map(), "azure-native:redisenterprise:RedisEnterprise");

        var changes = new StackDiff((_, _) => false).Between([before], [after], NothingIgnored);

        Assert.That(changes.Select(change => change.Operation), Is.EquivalentTo(new[] { Operation.Delete, Operation.Create }));
    }

    [Test]
    public void Between_ImmutableProperty_SaysSo()
    {
        var changes = new StackDiff((_, path) => path == "location").Between(
            [Resource("it", Map(("location", "a"), ("cpu", 1)))],
            [Resource("it", Map(("location", "b"), ("cpu", 2)))],
            NothingIgnored);

        Assert.That(
            changes.Single().Changes.Select(change => $"{change.Path} {change.ForcesReplacement}"),
            Is.EqualTo(new[] { "cpu False", "location True" }));
    }

    [TestCase("backup", "Same")]
    [TestCase("backup.days", "Same")]
    [TestCase("back", "Update")]
    public void Between_IgnoredChanges(string ignored, string expected)
    {
        var after = Resource("it", Map(("backup", Map(("days", 7)))));
        var changes = new StackDiff((_, _) => false).Between(
            [Resource("it", Map(("backup", Map(("days", 35)))))],
            [after],
            new Dictionary<string, ImmutableArray<string>> { [after.Urn] = [ignored] });

        Assert.That(changes.Single().Operation.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Between_Creation_HasItsInputs()
    {
        var changes = new StackDiff((_, _) => true).Between([], [Resource("it", Map(("b", 1), ("a", 2)))], NothingIgnored);

        Assert.That(changes.Single().Changes.Select(change => change.Path), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(changes.Single().Operation, Is.EqualTo(Operation.Create));
    }
}
