using System.Reflection;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>The design's arrows: <c>domain &lt;- infra &lt;- stacks &lt;- release</c>, <c>domain &lt;- release</c>, <c>rehearsal &lt;- release</c>.</summary>
public sealed class ArrowTests
{
    private static readonly string[] PulumiProgram = ["Pulumi", "Pulumi.AzureNative", "Pulumi.Docker", "Pulumi.Random"];

    private static readonly Arrows[] Allowed =
    [
        new("ReleaseInfra.Domain", []),
        new("ReleaseInfra.Rehearsal", []),
        new("ReleaseInfra.Infra", ["ReleaseInfra.Domain", .. PulumiProgram]),
        new("ReleaseInfra.Stacks", ["ReleaseInfra.Domain", "ReleaseInfra.Infra", .. PulumiProgram]),
        new("release", ["ReleaseInfra.Domain", "ReleaseInfra.Stacks", "ReleaseInfra.Rehearsal", "Pulumi.Automation", .. PulumiProgram]),
    ];

    [TestCaseSource(nameof(Allowed))]
    public void Assembly_RefersOnlyAlongTheArrows(Arrows arrows)
    {
        var referred = Assembly.Load(arrows.From).GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsGuarded);

        Assert.That(referred.Except(arrows.To), Is.Empty);
    }

    [Test]
    public void Domain_RefersToTheFrameworkAlone()
    {
        var referred = Assembly.Load("ReleaseInfra.Domain").GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.That(referred, Is.All.StartsWith("System."));
    }

    private static bool IsGuarded(string assembly) =>
        assembly == "release"
        || assembly.StartsWith("ReleaseInfra.", StringComparison.Ordinal)
        || assembly.StartsWith("Pulumi", StringComparison.Ordinal);

    public sealed record Arrows(string From, string[] To)
    {
        public override string ToString() => From;
    }
}
