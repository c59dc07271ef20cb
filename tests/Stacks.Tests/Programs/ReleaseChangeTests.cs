using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Programs;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Stacks.Tests.Programs;

/// <summary>A release is two small changes of configuration, and each may change one resource only.</summary>
[NonParallelizable]
public sealed class ReleaseChangeTests
{
    [TestCase("web", "app:ContainerApp web")]
    [TestCase("admin", "web:WebAppSlot admin-green")]
    public async Task Tag_InIdleGreen_ThenWeights_ChangeOneResourceEach(string service, string tagged)
    {
        var settled = Production.With(service, BlueGreen(Slot.Blue, blue: ("v1.2.2", 100), green: ("v1.2.1", 0)));
        var dark = Production.With(service, BlueGreen(Slot.Green, blue: ("v1.2.2", 100), green: ("v1.2.3", 0)));
        var canary = Production.With(service, BlueGreen(Slot.Green, blue: ("v1.2.2", 90), green: ("v1.2.3", 10)));

        Assert.That(await ChangedAsync(settled, dark), Is.EqualTo(new[] { $"azure-native:{tagged}" }));
        Assert.That(await ChangedAsync(dark, canary), Is.EqualTo(new[] { Weighed(service) }));
    }

    [TestCase("web", "app:ContainerApp web")]
    [TestCase("admin", "web:WebApp admin")]
    public async Task Tag_InIdleBlue_ThenWeights_ChangeOneResourceEach(string service, string tagged)
    {
        var settled = Production.With(service, BlueGreen(Slot.Green, blue: ("v1.2.1", 0), green: ("v1.2.2", 100)));
        var dark = Production.With(service, BlueGreen(Slot.Blue, blue: ("v1.2.3", 0), green: ("v1.2.2", 100)));
        var canary = Production.With(service, BlueGreen(Slot.Blue, blue: ("v1.2.3", 10), green: ("v1.2.2", 90)));

        Assert.That(await ChangedAsync(settled, dark), Is.EqualTo(new[] { $"azure-native:{tagged}" }));
        Assert.That(await ChangedAsync(dark, canary), Is.EqualTo(new[] { Weighed(service) }));
    }

    [Test]
    public async Task Tag_InASlotNeverUsed_CreatesTheSlotAndNothingElse()
    {
        var first = Production.With("admin", BlueGreen(Slot.Blue, blue: ("v1.2.2", 100)));
        var second = Production.With("admin", BlueGreen(Slot.Green, blue: ("v1.2.2", 100), green: ("v1.2.3", 0)));

        Assert.That(await ChangedAsync(first, second), Is.EqualTo(new[] { "azure-native:web:WebAppSlot admin-green" }));
    }

    [Test]
    public async Task Tag_OfAWorker_ChangesTheWorker() =>
        Assert.That(
            await ChangedAsync(Production, Production.With("worker", Rolling("v1.2.3"))),
            Is.EqualTo(new[] { "azure-native:app:ContainerApp worker" }));

    private static string Weighed(string service) =>
        service == "admin" ? "azure-native:web:WebApp admin" : $"azure-native:app:ContainerApp {service}";

    private static async Task<IReadOnlyList<string>> ChangedAsync(EnvironmentSettings before, EnvironmentSettings after)
    {
        var (old, changed) = (await StackRun.OfAsync(before), await StackRun.OfAsync(after));
        var known = old.All.Select(ResourceText.Of).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. changed.All
                .Where(resource => !known.Contains(ResourceText.Of(resource)))
                .Select(resource => $"{resource.Type} {resource.Name}"),
        ];
    }
}
