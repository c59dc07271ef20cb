using Pulumi;
using Pulumi.Utilities;
using ReleaseInfra.Offline.Tests.Fakes;

namespace ReleaseInfra.Offline.Tests.Resources;

internal sealed class OptionsTests
{
    [Test]
    public void Merge_ScalarsOfTheSecondWin()
    {
        var merged = CustomResourceOptions.Merge(
            new() { Protect = true, Version = "1", DeleteBeforeReplace = true, ImportId = "a" },
            new() { Protect = false, ImportId = "b" });

        Assert.That(
            (merged.Protect, merged.Version, merged.DeleteBeforeReplace, merged.ImportId),
            Is.EqualTo(((bool?)false, "1", (bool?)true, "b")));
    }

    [Test]
    public void Merge_JoinsLists()
    {
        var merged = CustomResourceOptions.Merge(
            new() { IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "s" } },
            new() { IgnoreChanges = { "b" }, AdditionalSecretOutputs = { "t" }, ReplaceOnChanges = { "r" } });

        Assert.Multiple(() =>
        {
            Assert.That(merged.IgnoreChanges, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(merged.AdditionalSecretOutputs, Is.EqualTo(new[] { "s", "t" }));
            Assert.That(merged.ReplaceOnChanges, Is.EqualTo(new[] { "r" }));
        });
    }

    [Test]
    public void Merge_LeavesBothAsTheyWere()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var merged = CustomResourceOptions.Merge(first, new() { IgnoreChanges = { "b" } });
        merged.IgnoreChanges.Add("c");

        Assert.That(first.IgnoreChanges, Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Merge_OfNothing_IsEmptyOptions()
        => Assert.That(CustomResourceOptions.Merge(null, null).Protect, Is.Null);

    [Test]
    public async Task Merge_JoinsDependencies()
    {
        var (first, second) = ((Widget)null!, (Widget)null!);
        CustomResourceOptions merged = null!;
        await Run.UpdateAsync(() =>
        {
            (first, second) = (new Widget("first"), new Widget("second"));
            merged = CustomResourceOptions.Merge(new() { DependsOn = { first } }, new() { DependsOn = { second } });
        });

        Assert.That(
            await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()), Is.EqualTo(new Resource[] { first, second }));
    }

    [Test]
    public async Task Merge_Providers_LastOfEachPackageWins()
    {
        ProviderResource old = null!, newer = null!, other = null!;
        ComponentResourceOptions merged = null!;
        await Run.UpdateAsync(() =>
        {
            (old, newer) = (Provider("test", "old"), Provider("test", "newer"));
            other = Provider("other", "other");
            merged = ComponentResourceOptions.Merge(new() { Providers = { old, other } }, new() { Providers = { newer } });
        });

        Assert.That(merged.Providers, Is.EquivalentTo(new[] { newer, other }));
    }

    [Test]
    public async Task Provider_IsInheritedFromTheParent()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(
            () => _ = new Group(
                "g",
                group =>
                {
                    _ = new Widget("inheriting", options: new() { Parent = group });
                    _ = new Widget("own", options: new() { Parent = group, Provider = Provider("test", "own-provider") });
                },
                new() { Providers = { Provider("test", "shared") } }),
            mocks);

        Assert.Multiple(() =>
        {
            Assert.That(ProviderOf("inheriting"), Does.EndWith("pulumi:providers:test::shared::shared-id"));
            Assert.That(ProviderOf("own"), Does.EndWith("pulumi:providers:test::own-provider::own-provider-id"));
            Assert.That(ProviderOf("shared"), Is.Empty);
        });

        string? ProviderOf(string name) => mocks.Resources.Single(args => args.Name == name).Provider;
    }

    [Test]
    public async Task Rejects_ProviderAndProviders()
        => Assert.That(
            await Run.FailureAsync(() =>
            {
                var provider = Provider("test", "p");
                _ = new Group("g", options: new() { Provider = provider, Providers = { provider } });
            }),
            Does.Contain("Do not supply both 'provider' and 'providers' options to a ComponentResource."));

    [Test]
    public async Task OptionsOfTheCaller_AreNotChanged()
    {
        var options = new CustomResourceOptions();
        await Run.PreviewAsync(() => _ = new Group(
            "g",
            group =>
            {
                options.Parent = group;
                _ = new Widget("w", options: options);
            },
            new() { Protect = true }));

        Assert.That(options.Protect, Is.Null);
    }

    private static ProviderResource Provider(string package, string name) => new(package, name, ResourceArgs.Empty);
}
