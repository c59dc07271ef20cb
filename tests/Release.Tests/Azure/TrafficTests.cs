using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.ContainerApps;
using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Rehearsal.Operations;
using static ReleaseInfra.Release.Tests.Azure.LiveAzure;

namespace ReleaseInfra.Release.Tests.Azure;

public sealed class TrafficTests
{
    private static readonly ImmutableArray<TrafficEntry> Shifted =
    [
        new(new NamedRevision("web--v1"), 80, "blue"),
        new(new NamedRevision("web--v2"), 20, "green"),
    ];

    [Test]
    public async Task Set_ReplacesTheWholeList_AndMakesNoRevision()
    {
        await using var live = await AppAsync();

        await live.Azure.Traffic.SetAsync(live.App, Shifted, default);

        Assert.That(await live.Azure.Traffic.GetAsync(live.App, default), Is.EqualTo(Shifted));
        Assert.That(await live.Azure.Revisions.ListAsync(live.App, default), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Set_ToTheLatest_AndByLabel()
    {
        await using var live = await AppAsync();
        ImmutableArray<TrafficEntry> entries = [new(new LatestRevision(), 60, null), new(new LabelledRevision(), 40, "blue")];

        await live.Azure.Traffic.SetAsync(live.App, entries, default);

        // Azure gives the revision back that had the label.
        Assert.That(
            await live.Azure.Traffic.GetAsync(live.App, default),
            Is.EqualTo(new[] { entries[0], new TrafficEntry(new NamedRevision("web--v1"), 40, "blue") }));
    }

    [Test]
    public async Task Set_IsPolledToItsEnd()
    {
        await using var live = await AppAsync(new OperationDurations { ContainerApp = TimeSpan.FromSeconds(12) });

        await live.Azure.Traffic.SetAsync(live.App, Shifted, default);

        Assert.That(await live.Azure.Traffic.GetAsync(live.App, default), Is.EqualTo(Shifted));
        // As Azure asks for it: after 5, 10 and 15 seconds.
        Assert.That(live.Time.Waits, Is.EqualTo(Enumerable.Repeat(TimeSpan.FromSeconds(5), 3)));
    }

    [Test]
    public async Task Set_ThatTakesTooLong_IsUnknown()
    {
        await using var live = await AppAsync(new OperationDurations { ContainerApp = TimeSpan.FromHours(1) });

        var failure = Assert.ThrowsAsync<AzureOutcomeUnknown>(() => live.Azure.Traffic.SetAsync(live.App, Shifted, default))!;

        Assert.That(failure.Message, Is.EqualTo(
            "Nobody knows whether PATCH Microsoft.App/containerApps/web took effect: it had not ended after 5 minutes."));
    }

    [Test]
    public async Task Rejects_WeightsThatDoNotSum()
    {
        await using var live = await AppAsync();

        var refusal = Assert.ThrowsAsync<AzureRefusal>(
            () => live.Azure.Traffic.SetAsync(live.App, [new(new NamedRevision("web--v1"), 80, "blue")], default))!;

        Assert.That((refusal.Status, refusal.Code), Is.EqualTo((400, "BadRequest")));
    }

    [Test]
    public async Task Cancelled_WhilePolling_IsNoFailureOfAzure()
    {
        await using var live = await AppAsync(new OperationDurations { ContainerApp = TimeSpan.FromHours(1) });
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(30), live.Time);

        Assert.That(
            async () => await live.Azure.Traffic.SetAsync(live.App, Shifted, interrupt.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>With two revisions; what they took is over.</summary>
    private static async Task<LiveAzure> AppAsync(OperationDurations? durations = null)
    {
        var live = await OpenAsync(durations);
        await live.PutAppAsync("v1");
        live.Time.Advance(TimeSpan.FromHours(2));
        await live.PutAppAsync("v2", Row("web--v1", 90, "blue"), Row("web--v2", 10, "green"));
        live.Time.Advance(TimeSpan.FromHours(2));
        return live;
    }
}
