using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.Local.Apply;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using static ReleaseInfra.Release.Tests.Engine.Values.Make;

namespace ReleaseInfra.Release.Tests.Engine.Local.Apply;

/// <summary>What the next release is judged by, when an update got only so far.</summary>
public sealed class ServiceReleasesTests
{
    private const string App = "azure-native:app:ContainerApp";
    private const string Site = "azure-native:web:WebApp";
    private const string SiteSlot = "azure-native:web:WebAppSlot";
    private const string Identity = "azure-native:managedidentity:UserAssignedIdentity";

    [TestCase("web api", "", "api=v1 web=v1")]
    [TestCase("web api", "web", "api=v1 web=v2")]
    [TestCase("web api", "web api", "api=v2 web=v2")]
    [TestCase("api", "", "api=v1 web=v2")]
    [TestCase("", "", "api=v2 web=v2")]
    public void Under_ServicesMoveWithTheirWorkload(string changed, string applied, string expected)
    {
        var plan = Plan(Releases("v1"), Releases("v2"), [.. Words(changed).Select(name => Workload(App, name, name))]);

        Assert.That(Text(ServiceReleases.Under(plan, Urns(plan, applied))), Is.EqualTo(expected));
    }

    [Test]
    public void Under_OtherResourcesOfTheService_MoveNothing()
    {
        var plan = Plan(Releases("v1"), Releases("v2"), [Workload(App, "web", "web"), Workload(Identity, "web-identity", "web")]);

        Assert.That(Text(ServiceReleases.Under(plan, Urns(plan, "web-identity"))), Is.EqualTo("api=v2 web=v1"));
    }

    [Test]
    public void Under_SiteAndSlot_MoveWithTheFirstOfThem()
    {
        var plan = Plan(Releases("v1"), Releases("v2"), [Workload(Site, "web", "web"), Workload(SiteSlot, "web-green", "web")]);

        Assert.That(Text(ServiceReleases.Under(plan, Urns(plan, "web-green"))), Is.EqualTo("api=v2 web=v2"));
    }

    [Test]
    public void Under_NewService_IsThereOnlyWhenItIs()
    {
        var plan = Plan(null, Releases("v1"), [Workload(App, "web", "web"), Workload(App, "api", "api")]);

        Assert.That(Text(ServiceReleases.Under(plan, Urns(plan, "api"))), Is.EqualTo("api=v1"));
    }

    private static StackPlan Plan(ReleaseSettings? before, ReleaseSettings after, ImmutableArray<StackResource> changed) => new(
        StackName.Dev,
        "westeurope",
        before is null ? null : new AppliedStack("westeurope", before, [], MapValue.Empty),
        after,
        [.. changed.Select(resource => new ResourceChange(resource, Operation.Update, []))],
        MapValue.Empty);

    private static StackResource Workload(string type, string name, string service) =>
        Resource(name, Map(), type) with { Parent = $"urn:pulumi:dev::release-infra::release-infra:apps:App::{service}" };

    private static ReleaseSettings Releases(string tag) => new(ReleaseSettings.None.Services
        .Add("web", new RollingRelease(ImageTag.Parse($"{tag}.0.0")))
        .Add("api", new RollingRelease(ImageTag.Parse($"{tag}.0.0"))));

    private static HashSet<string> Urns(StackPlan plan, string names) =>
        [.. plan.Changes.Where(change => Words(names).Contains(change.Resource.Name)).Select(change => change.Resource.Urn)];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(ReleaseSettings release) =>
        string.Join(' ', release.Services.Select(service => $"{service.Key}={((RollingRelease)service.Value).Tag.Text.Replace(".0.0", "", StringComparison.Ordinal)}"));
}
