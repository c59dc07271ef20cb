using System.Collections.Immutable;
using Pulumi;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Stacks.Tests.Programs;

[NonParallelizable]
public sealed class EnvironmentStackTests
{
    private static readonly string[] Stacks = ["dev", "staging", "production"];

    // The only two places that take a secret as it is; everything else refers to the vault.
    private static readonly string[] SecretInputs =
    [
        "azure-native:dbforpostgresql:Server administratorLoginPassword",
        "azure-native:keyvault:Secret properties.value",
    ];

    [TearDown]
    public void ForgetTheExitCodeOfAFailedRun() => Environment.ExitCode = 0;

    [TestCaseSource(nameof(Stacks))]
    public async Task Secrets_StandNowhereInPlain(string stack)
    {
        var declared = await StackRun.OfRepositoryAsync(StackName.Find(stack)!);

        Assert.That(
            declared.All.SelectMany(resource => Paths(resource)).Distinct().Order(StringComparer.Ordinal),
            Is.EqualTo(SecretInputs));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Resources_ThatTakeTags_SayWhoseTheyAre(string stack)
    {
        var declared = await StackRun.OfRepositoryAsync(StackName.Find(stack)!);

        var untagged = declared.All
            .Where(resource => resource.Args.GetType().GetProperty("Tags") is not null)
            .Where(resource => !Equals(resource["tags.environment"], stack))
            .Select(resource => $"{resource.Type} {resource.Name}");
        Assert.That(untagged, Is.Empty);
    }

    [Test]
    public async Task Production_ProtectsItsDataAgainstPulumiAndAgainstPeople()
    {
        var declared = await StackRun.OfRepositoryAsync(StackName.Production);

        Assert.That(
            declared.All.Where(resource => resource.Protect).Select(resource => resource.Name),
            Is.EquivalentTo(new[] { "cache", "cache-database", "database", "database-application", "vault" }));
        Assert.That(
            declared.Of("authorization:ManagementLockByScope").Select(found => found.Name),
            Is.EqualTo(new[] { "cache-lock", "database-lock", "vault-lock" }));
        Assert.That(declared.All, Has.Count.GreaterThanOrEqualTo(60));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Preview_OfAnEmptySubscription_DeclaresTheSame(string stack)
    {
        var name = StackName.Find(stack)!;
        var declared = await StackRun.OfRepositoryAsync(name);

        var previewed = await StackRun.PreviewOfRepositoryAsync(name);

        Assert.That(
            previewed.Where(resource => resource is not Stack).Select(resource => $"{resource.GetResourceType()} {resource.GetResourceName()}"),
            Is.EquivalentTo(declared.All.Select(resource => $"{resource.Type} {resource.Name}")));
    }

    [Test]
    public async Task Services_WaitUntilTheirVaultIsReached()
    {
        var declared = await StackRun.OfAsync(Production);

        foreach (var service in declared.Of("app:ContainerApp").Concat(declared.Of("app:Job")).Concat(declared.Of("web:WebApp")))
            Assert.That(service.DependsOn, Is.SupersetOf(new[] { "vault-link-records", "registry-link-records" }), service.Name);
    }

    [Test]
    public async Task Cache_Classic_IsDeclaredInsteadOfTheManagedOne()
    {
        var declared = await StackRun.OfAsync(Production with { Cache = new ClassicCacheSettings(ClassicCacheTier.Standard, 1) });

        Assert.That(declared.The("redis:Redis").Name, Is.EqualTo("cache"));
        Assert.That(declared.Of("redisenterprise:RedisEnterprise"), Is.Empty);
        Assert.That(declared.The("network:PrivateEndpoint", "cache-link")["privateLinkServiceConnections.0.groupIds.0"], Is.EqualTo("redisCache"));
    }

    [Test]
    public async Task Outputs_SayWhereEverythingIs()
    {
        var outputs = await StackRun.OutputsAsync(
            Production.With("web", BlueGreen(Slot.Green, blue: ("v1.2.2", 90), green: ("v1.2.3", 10))));

        Assert.That(outputs.ResourceGroup, Is.EqualTo("rg-app-prod"));
        Assert.That(outputs.RegistryServer, Is.EqualTo("crappprod96j8jr.azurecr.io"));
        Assert.That(
            outputs.Urls,
            Is.EquivalentTo(new Dictionary<string, string>
            {
                ["web"] = "https://app-web-prod.happy-hill.westeurope.azurecontainerapps.io",
                ["admin"] = "https://app-admin-prod-96j8jr.azurewebsites.net",
            }));
        Assert.That(outputs.ContainerApps.Keys, Is.EquivalentTo(new[] { "web", "worker" }));
        Assert.That(
            outputs.ContainerApps["web"],
            Is.EquivalentTo(new Dictionary<string, string>
            {
                ["app"] = "app-web-prod",
                ["blue"] = "app-web-prod--blue-v1-2-2",
                ["green"] = "app-web-prod--green-v1-2-3",
            }));
    }

    [Test]
    public void Rejects_SettingsThatProductionDoesNotPutUpWith() =>
        Assert.That(
            () => StackRun.OfAsync(Dev with { Stack = StackName.Production }),
            Throws.TypeOf<RunException>().With.Message.Contains(
                """
                The settings of production are not for production:
                - production runs what a tag meant when it was reviewed: set images.pinDigests to true.
                - production locks its data: set protection.lockData to true.
                - production keeps its secrets: set vault.purgeProtection to true.
                - production has no public data services: describe a private network.
                - production survives the loss of a database server: set database.highAvailability.
                """.ReplaceLineEndings("\n")));

    [Test]
    public void Rejects_DevThatCannotBeDestroyed() =>
        Assert.That(
            () => StackRun.OfAsync(Dev with { Protection = new ProtectionSettings(LockData: true) }),
            Throws.TypeOf<RunException>().With.Message.Contains("- dev can be destroyed: set protection.lockData to false."));

    [Test]
    public void Rejects_ImagesBuiltOnTheWayToStaging()
    {
        var built = Web with { Build = new BuildSettings("apps/web", "Dockerfile") };

        Assert.That(
            () => StackRun.OfAsync(Dev with { Stack = StackName.Staging, Services = Dev.Services.SetItem("web", built) }),
            Throws.TypeOf<RunException>().With.Message.Contains("- staging builds no images: remove 'build' from its services"));
    }

    private static IEnumerable<string> Paths(DeclaredResource resource) => Secrets("", resource.Inputs).Select(path => $"{resource.Type} {path}");

    private static IEnumerable<string> Secrets(string path, object value) => value switch
    {
        string text when Canary.IsIn(text) => [path],
        ImmutableDictionary<string, object> map =>
            map.SelectMany(entry => Secrets(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", entry.Value)),
        ImmutableArray<object> list => list.SelectMany((item, index) => Secrets($"{path}[{index}]", item)),
        _ => [],
    };
}
