using System.Collections.Immutable;
using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Resources;
using ReleaseInfra.Cli.Azure.Sites;
using ReleaseInfra.Cli.Runs.Workloads;
using ReleaseInfra.Domain.Names;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Runs.Workloads;

public sealed class SiteTrafficTests
{
    private static readonly AzureName Name = SettingsFixtures.Production.Names().Site("admin");
    private static readonly AzureId Site = new("/subscriptions/1/resourceGroups/rg", "Microsoft.Web/sites", Name.Value);

    private static readonly TestCaseData[] Rules =
    [
        Case("no rule", [], [Row("blue", 100)]),
        Case("a share for green", [new RampUpRule("green", "green.example", 10)], [Row("blue", 90), Row("green", 10)]),
        Case("all to green", [new RampUpRule("green", "green.example", 100)], [Row("blue", 0), Row("green", 100)]),
        Case("a part of a percent", [new RampUpRule("green", "green.example", 9.6)], [Row("blue", 90), Row("green", 10)]),
        Case(
            "somebody else's slot",
            [new RampUpRule("green", "green.example", 10), new RampUpRule("try", "try.example", 5)],
            [Row("blue", 85), Row("green", 10), Row("try", 5)]),
    ];

    [TestCaseSource(nameof(Rules))]
    public async Task Get_WhatNoRuleLeadsElsewhere_StaysWithBlue(object rules, object expected) =>
        Assert.That(await new SiteTraffic(new OneSite { Rules = [.. (RampUpRule[])rules] }, Name).GetAsync(Site, default), Is.EqualTo(expected));

    [Test]
    public void Get_WhereThereIsNoSite() => Assert.That(
        () => new SiteTraffic(new OneSite { Exists = false }, Name).GetAsync(Site, default),
        Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo($"Azure has no site {Name}."));

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(100)]
    public async Task Set_IsReadBackAsItWasMeant(int green)
    {
        var sites = new OneSite { Rules = [new RampUpRule("green", "green.example", 50)] };
        var traffic = new SiteTraffic(sites, Name);

        await traffic.SetAsync(Site, SiteTraffic.Rows(green), default);

        var read = await traffic.GetAsync(Site, default);
        Assert.That(read.Where(row => row.Weight > 0), Is.EquivalentTo(SiteTraffic.Rows(green).Where(row => row.Weight > 0)));
    }

    // As the program declares it: a rule at 0 would still follow a visitor's cookie.
    [Test]
    public async Task Set_NothingForGreen_IsNoRule()
    {
        var sites = new OneSite { Rules = [new RampUpRule("green", "green.example", 50)] };

        await new SiteTraffic(sites, Name).SetAsync(Site, SiteTraffic.Rows(0), default);

        Assert.That(sites.Rules, Is.Empty);
    }

    [Test]
    public async Task Set_AShare_LeadsToTheSlotsOwnHost()
    {
        var sites = new OneSite();

        await new SiteTraffic(sites, Name).SetAsync(Site, SiteTraffic.Rows(10), default);

        Assert.That(sites.Rules, Is.EqualTo(new[] { new RampUpRule("green", $"{Name}-green.azurewebsites.net", 10) }));
    }

    private static TrafficEntry Row(string slot, int weight) => new(new NamedRevision(slot), weight, null);

    private static TestCaseData Case(string name, RampUpRule[] rules, TrafficEntry[] expected) =>
        new TestCaseData(rules, expected).SetArgDisplayNames(name);

    private sealed class OneSite : ISites
    {
        public bool Exists { get; init; } = true;

        public ImmutableArray<RampUpRule> Rules { get; set; } = [];

        public Task<SiteState?> FindAsync(AzureId site, CancellationToken cancellation) => Task.FromResult(
            Exists && site == Site ? new SiteState(site.Name, "Running", "admin.example", null, Rules) : null);

        public Task<ImmutableArray<SiteState>> SlotsAsync(AzureId site, CancellationToken cancellation) =>
            Task.FromResult(ImmutableArray<SiteState>.Empty);

        public Task SetRampUpAsync(AzureId site, ImmutableArray<RampUpRule> rules, CancellationToken cancellation)
        {
            Rules = rules;
            return Task.CompletedTask;
        }

        public Task SwapAsync(AzureId site, string slot, CancellationToken cancellation) =>
            throw new InvalidOperationException("Nothing here swaps.");
    }
}
