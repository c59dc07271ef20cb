using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Diff;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.Diff;

public sealed class ReusedRevisionTests
{
    private static readonly Dictionary<string, ImmutableArray<string>> NothingIgnored = [];
    private static readonly StackResource Before = App("Multiple", "green-v1-2-3", replicas: 3);

    [Test]
    public void In_TemplateUnderTheSameName() => Assert.That(
        Between(Before, App("Multiple", "green-v1-2-3", replicas: 5)),
        Is.EqualTo(new[] { "web app-web--green-v1-2-3: template.scale.maxReplicas" }));

    [Test]
    public void In_TemplateUnderANewName() => Assert.That(Between(Before, App("Multiple", "blue-v1-2-3-r2", replicas: 5)), Is.Empty);

    [Test]
    public void In_ChangeOutsideTheTemplate() =>
        Assert.That(Between(Before, App("Multiple", "green-v1-2-3", replicas: 3, port: 81)), Is.Empty);

    [Test]
    public void In_OneRevisionAtATime() =>
        Assert.That(Between(App("Single", "green-v1-2-3", replicas: 3), App("Single", "green-v1-2-3", replicas: 5)), Is.Empty);

    [Test]
    public void In_RevisionNamedByAzure() =>
        Assert.That(Between(App("Multiple", null, replicas: 3), App("Multiple", null, replicas: 5)), Is.Empty);

    [Test]
    public void In_AnotherType() => Assert.That(
        Between(
            Before with { Type = "azure-native:app:Job" },
            App("Multiple", "green-v1-2-3", replicas: 5) with { Type = "azure-native:app:Job" }),
        Is.Empty);

    [Test]
    public void In_ReplacedApp_HasNoRevisionsYet() => Assert.That(
        Between(Before, App("Multiple", "green-v1-2-3", replicas: 5, location: "northeurope"), immutable: "location"),
        Is.Empty);

    [Test]
    public void In_NewApp_HasNoRevisionsYet() => Assert.That(Between(null, Before), Is.Empty);

    private static IEnumerable<string> Between(StackResource? before, StackResource after, string? immutable = null) => ReusedRevision
        .In(new StackDiff((_, path) => path == immutable).Between(before is null ? [] : [before], [after], NothingIgnored))
        .Select(reused => $"{reused.Service} {reused.Revision}: {string.Join(", ", reused.Changed)}");

    private static StackResource App(string mode, string? suffix, int replicas, int port = 80, string location = "westeurope")
    {
        var scale = Map(("maxReplicas", replicas));
        var template = suffix is null ? Map(("scale", scale)) : Map(("revisionSuffix", suffix), ("scale", scale));
        return Resource("web", Map(
            ("containerAppName", "app-web"),
            ("location", location),
            ("configuration", Map(("activeRevisionsMode", mode), ("ingress", Map(("targetPort", port))))),
            ("template", template)));
    }
}
