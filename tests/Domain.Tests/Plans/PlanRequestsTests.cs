using System.Collections.Immutable;
using ReleaseInfra.Domain.Plans;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Tests.Support;
using Requests = ReleaseInfra.Domain.Plans.PlanRequests;

namespace ReleaseInfra.Domain.Tests.Plans;

public sealed class PlanRequestsTests
{
    private static readonly ImageTag From = ImageTag.Parse("v1.2.2");

    private static readonly ServiceChange Admin = new("admin", Slot.Green, From, 1);
    private static readonly ServiceChange Migration = new(Requests.Migration, null, From, 1);
    private static readonly ServiceChange Web = new("web", Slot.Green, From, 2);
    private static readonly ServiceChange Worker = new("worker", null, From, 1);

    // Traffic is back in seconds, what is replaced in place in minutes: on the way back that comes last, and so first on the way there.
    [Test]
    public void Of_ServicesReplacedInPlace_MoveFirst() => Assert.That(
        Of(Admin, Migration, Web, Worker).Course.Members,
        Is.EqualTo(new[]
        {
            new GroupMember("worker", Movement.InPlace), new GroupMember("admin", Movement.Weighed), new GroupMember("web", Movement.Weighed),
        }));

    [Test]
    public void Of_TheOthers_KeepTheirOrder() =>
        Assert.That(Of(Web, Admin).Course.Members.Select(member => member.Service), Is.EqualTo(new[] { "web", "admin" }));

    [Test]
    public void Of_Versions_AreInTheOrderOfTheMembers() => Assert.That(
        Of(Web, Worker).Versions,
        Is.EqualTo(new[]
        {
            new PlannedVersion("worker", null, From, ImageTag.Parse("v1.2.3"), 1),
            new PlannedVersion("web", Slot.Green, From, ImageTag.Parse("v1.2.3"), 2),
        }));

    [Test]
    public void Of_TheMigration_IsWorkAndNoService()
    {
        Assert.That((Of(Migration, Web).Course.Migrates, Of(Web).Course.Migrates), Is.EqualTo((true, false)));
        Assert.That(Of(Migration, Web).Versions.Select(version => version.Service), Is.EqualTo(new[] { "web" }));
    }

    [Test]
    public void Of_WhatCannotBeWeighed_HasNoDrill()
    {
        Assert.That((Of(Web).Course.Drills, Of(Worker).Course.Drills), Is.EqualTo((true, false)));
        Assert.That(Of(Worker).Course.Strategy, Is.TypeOf<Rolling>());
    }

    [Test]
    public void Rejects_NothingButTheMigration() => Assert.That(
        () => Of(Migration), Throws.ArgumentException.With.Message.StartsWith("A release group has at least one service."));

    private static PlanRequest Of(params ServiceChange[] changes)
    {
        var (settings, plan) = (SettingsFixtures.Production, PlanRequests.Production);
        return Requests.Of(
            settings with { Rollout = settings.Rollout with { Drill = true } },
            new ReleaseBegins(settings.Release, [.. changes]),
            ImageTag.Parse("v1.2.3"),
            plan.Kind,
            plan.Freezes,
            plan.Start,
            plan.Places);
    }
}
