using System.Collections.Immutable;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Runs;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Domain.Settings;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Tests.Support.SettingsFixtures;

namespace ReleaseInfra.Release.Tests.Runs;

/// <summary>Web runs blue v1.2.2 and admin blue v1.2.2 beside an older green, unless a test says otherwise.</summary>
public sealed class AdoptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly BlueGreenRelease Released = BlueGreen(Slot.Green, blue: ("v1.2.2", 0), green: ("v1.2.3", 100));

    [Test]
    public void Of_WhatUpHasReleased_IsFromTheOtherSlot()
    {
        var adopted = Of(With("web", Released))!;

        Assert.That(
            adopted.Services,
            Is.EqualTo(new[] { new ReleasedService("web", Slot.Green, ImageTag.Parse("v1.2.2"), ImageTag.Parse("v1.2.3")) }),
            "admin's version came before, and is another release's");
        Assert.That(adopted.Course.Members, Is.EqualTo(new[] { new GroupMember("web", Movement.Weighed) }));
        Assert.That(
            (adopted.IsAdopted, adopted.Id.Text, adopted.By, adopted.Why, adopted.PlanHash, adopted.Stack),
            Is.EqualTo((true, "20261121-120000-00000000", "ann@laptop", "complaints", new string('0', 64), StackName.Production)));
    }

    [Test]
    public void Of_AReleaseHalfWay_IsFromTheOtherSlotToo() => Assert.That(
        Of(With("web", BlueGreen(Slot.Green, blue: ("v1.2.2", 90), green: ("v1.2.3", 10))))!.Services.Select(service => service.Service),
        Does.Contain("web"));

    [Test]
    public void Of_AVersionThatCameToSeveral_IsOfAllOfThem()
    {
        var admin = BlueGreen(Slot.Blue, blue: ("v1.2.3", 100), green: ("v1.2.1", 0));

        Assert.That(
            Of(With("web", Released).With("admin", admin))!.Services.Select(service => service.Service), Is.EqualTo(new[] { "admin", "web" }));
    }

    /// <summary>Its revision may never have been made: to go back to it would be to a place that is not there.</summary>
    [Test]
    public void Of_AnOlderVersionThatNeverServed_IsNothing() => Assert.That(
        Adoption.Of(
            With("web", Released).With("admin", Rolling("v1.2.2")),
            [Update(1, null, With("web", Released).Release)],
            "ann@laptop",
            "complaints",
            new string('c', 64),
            Now),
        Is.Null);

    private static readonly TestCaseData[] Nothing =
    [
        Case("never released twice", BlueGreen(Slot.Blue, blue: ("v1.2.2", 100))),
        Case("rolled back already", BlueGreen(Slot.Green, blue: ("v1.2.2", 100), green: ("v1.2.3", 0))),
        Case("one version at a time", Rolling("v1.2.2")),
    ];

    [TestCaseSource(nameof(Nothing))]
    public void Of_WithoutAnOlderVersionBesideTheOneThatServes_IsNothing(ServiceRelease web) =>
        Assert.That(Of(With("web", web).With("admin", Rolling("v1.2.2"))), Is.Null);

    [Test]
    public async Task Of_IsAJournalThatCanBeUndone()
    {
        await using var hand = await JournalInHand.BeginAsync(Of(With("web", Released).With("admin", Rolling("v1.2.2")))!, new ManualTime());

        await hand.WriteAsync(new RollBackRequested("ann", "complaints"));
        await hand.Journal.WriteAsync(new WorkBegan(new WeightChange("web", 0)));
        await hand.WriteAsync(new ServiceReturned("web"));

        Assert.That(hand.Standing.State, Is.TypeOf<RolledBack>());
        Assert.That(((ReleaseBegan)(await hand.EntriesAsync())[0]).IsAdopted, Is.True);
    }

    private static EnvironmentSettings With(string service, ServiceRelease release) => Production.With(service, release);

    /// <summary>Every older version served first; admin's newest came before web's, unless they are the same.</summary>
    private static ReleaseBegan? Of(EnvironmentSettings settings)
    {
        var now = settings.Release;
        var first = new ReleaseSettings(now.Services.ToImmutableSortedDictionary(service => service.Key, service => Before(service.Value)));
        var second = new ReleaseSettings(first.Services.SetItem("admin", now.Services["admin"]));
        return Adoption.Of(
            settings,
            [Update(1, null, first), Update(2, first, second), Update(3, second, now)],
            "ann@laptop",
            "complaints",
            new string('c', 64),
            Now);
    }

    private static ServiceRelease Before(ServiceRelease release) => release is BlueGreenRelease slots && slots[slots.Newest.Other()].Tag is not null
        ? slots.Weighed(slots.Newest, 0)
        : release;

    private static StackUpdate Update(int number, ReleaseSettings? from, ReleaseSettings to) => new(
        number, UpdateKind.Up, "ann@laptop", Now, ReleaseRow.Between(from, to), new ChangeCounts(0, 0, 0, 0, 0), new Succeeded(Now));

    private static TestCaseData Case(string name, ServiceRelease web) => new TestCaseData(web).SetArgDisplayNames(name);
}
