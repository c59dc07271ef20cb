using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Domain.Rollouts.States;
using ReleaseInfra.Tests.Support.Journals;
using ReleaseInfra.Tests.Support.Rollouts;
using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Tests.Journal;

/// <summary>A release of worker, in place, and of web, from blue v1.2.2 to green v1.2.3, beside an api that it does not move.</summary>
public sealed class ReleaseConfigurationTests
{
    private static readonly ImageTag Old = ImageTag.Parse("v1.2.2");
    private static readonly ImageTag New = ImageTag.Parse("v1.2.3");

    private static readonly BlueGreenRelease Before = Web(Slot.Blue, green: "v1.2.1", weight: 0);
    private static readonly ServiceRelease Api = new RollingRelease(ImageTag.Parse("v9.0.0"));

    private static readonly ReleaseBegan Began = Beginnings.Web with
    {
        Services = [new ReleasedService("worker", null, Old, New), new ReleasedService("web", Slot.Green, Old, New)],
        Course = new RolloutCourse(
            [Courses.Worker, Courses.Web],
            new Canary([new TrafficStep(10, Courses.Bake), new TrafficStep(100, Courses.Bake)]),
            Courses.Deadlines),
    };

    private static readonly TestCaseData[] Own =
    [
        Case("before anything", Before, "v1.2.2"),
        Case("staged", Web(Slot.Green, "v1.2.3", 0), "v1.2.2"),
        Case("half way", Web(Slot.Green, "v1.2.3", 10), "v1.2.2"),
        Case("the worker replaced", Web(Slot.Green, "v1.2.3", 10), "v1.2.3"),
        Case("done", Web(Slot.Green, "v1.2.3", 100), "v1.2.3"),
    ];

    [TestCaseSource(nameof(Own))]
    public void Find_WhereverTheReleaseLeftTheFile_IsTheSame(ServiceRelease web, ServiceRelease worker)
    {
        var found = ReleaseConfiguration.Find(Began, Written(web, worker))!;

        Assert.That(found.Slots("web"), Is.EqualTo(Web(Slot.Green, "v1.2.3", 0)));
        Assert.That(Told(found.At(RolloutState.Begin(Began.Course), Written(web, worker))), Is.EqualTo("web blue v1.2.2 100, *green v1.2.3 0; worker v1.2.2; api v9.0.0"));
    }

    [Test]
    public void Find_ATagThatTheSlotHadBefore_IsAnotherRevision() => Assert.That(
        ReleaseConfiguration.Find(Began, Written(Web(Slot.Blue, "v1.2.3", 0)))!.Slots("web").Green.Revision, Is.EqualTo(2));

    private static readonly TestCaseData[] Foreign =
    [
        Case("another old version", new BlueGreenRelease(Slot.Blue, Held("v1.2.9", 100), Held("v1.2.1", 0)), "v1.2.2"),
        Case("the slot serves something else", new BlueGreenRelease(Slot.Green, Held("v1.2.2", 90), Held("v1.4.0", 10)), "v1.2.2"),
        Case("the slot serves, and is not the newest", Web(Slot.Blue, "v1.2.3", 10), "v1.2.2"),
        Case("slots given up", new RollingRelease(Old), "v1.2.2"),
        Case("the worker on a third version", Before, "v1.4.0"),
    ];

    [TestCaseSource(nameof(Foreign))]
    public void Find_WhereOthersChangedTheFile_IsNothing(ServiceRelease web, ServiceRelease worker) =>
        Assert.That(ReleaseConfiguration.Find(Began, Written(web, worker)), Is.Null);

    [Test]
    public void Find_WhereAServiceIsGone_IsNothing()
    {
        var written = new ReleaseSettings(Written(Before).Services.Remove("worker"));

        Assert.That(ReleaseConfiguration.Find(Began, written), Is.Null);
    }

    [Test]
    public void Find_WhereASlotWasGivenToTheWorker_IsNothing() =>
        Assert.That(ReleaseConfiguration.Find(Began, Written(Before, Before)), Is.Null);

    [Test]
    public void At_FollowsTheRelease() => Assert.That(
        GoodRelease.Of(Began.Course).Select(state => $"{state.Words}: {Told(Found.At(state, Written(Before)))}").SkipWhile(told => !told.StartsWith("shifting", StringComparison.Ordinal)),
        Is.EqualTo(new[]
        {
            "shifting web to 10 %: web blue v1.2.2 100, *green v1.2.3 0; worker v1.2.2; api v9.0.0",
            "baking at 10 %: web blue v1.2.2 90, *green v1.2.3 10; worker v1.2.2; api v9.0.0",
            "shifting worker to 100 %: web blue v1.2.2 90, *green v1.2.3 10; worker v1.2.2; api v9.0.0",
            "shifting web to 100 %: web blue v1.2.2 90, *green v1.2.3 10; worker v1.2.3; api v9.0.0",
            "baking at 100 %: web blue v1.2.2 0, *green v1.2.3 100; worker v1.2.3; api v9.0.0",
            "complete: web blue v1.2.2 0, *green v1.2.3 100; worker v1.2.3; api v9.0.0",
            "watching: web blue v1.2.2 0, *green v1.2.3 100; worker v1.2.3; api v9.0.0",
            "settled: web blue v1.2.2 0, *green v1.2.3 100; worker v1.2.3; api v9.0.0",
        }));

    [Test]
    public void At_OfEveryReachableState_HasAllTraffic_AndNothingOfOthers() => Assert.That(
        from state in StateSpace.Of(Began.Course).States
        let services = Found.At(state, Written(Before)).Services
        let web = (BlueGreenRelease)services["web"]
        where web.Blue.Weight + web.Green.Weight != 100 || web.Green.Weight != state.NewWeight("web") || services["api"] != Api
        select state.Words,
        Is.Empty);

    [Test]
    public void At_LeavesOtherServicesAsTheyAreWrittenNow() => Assert.That(
        Told(Found.At(
            RolloutState.Begin(Began.Course),
            new ReleaseSettings(Written(Before).Services.SetItem("api", new RollingRelease(ImageTag.Parse("v9.1.0")))))),
        Is.EqualTo("web blue v1.2.2 100, *green v1.2.3 0; worker v1.2.2; api v9.1.0"));

    [TestCase(true, "web blue v1.2.2 90, *green v1.2.3 10; worker v1.2.3; api v9.0.0")]
    [TestCase(false, "web blue v1.2.2 90, *green v1.2.3 10; worker v1.2.2; api v9.0.0")]
    public void At_WithAServiceReplacedOrPutBack(bool isNew, string expected) => Assert.That(
        Told(Found.At(GoodRelease.Of(Began.Course).OfType<Shifting>().Single(state => state.Service == "worker"), Written(Before), "worker", isNew)),
        Is.EqualTo(expected));

    [Test]
    public void Back_WhereTheNewVersionCameToBe_KeepsItWithoutTraffic()
    {
        var applied = Written(Web(Slot.Green, "v1.2.3", 10), new RollingRelease(New));

        Assert.That(Told(Found.Back(applied, Written(Before))), Is.EqualTo("web blue v1.2.2 100, *green v1.2.3 0; worker v1.2.2; api v9.0.0"));
    }

    [Test]
    public void Back_WhereItNeverCame_HasWhatTheSlotHadBefore() => Assert.That(
        Told(Found.Back(Written(Before), Written(Web(Slot.Green, "v1.2.3", 0)))),
        Is.EqualTo("web *blue v1.2.2 100, green v1.2.1 0; worker v1.2.2; api v9.0.0"));

    // What others were meanwhile given is theirs, and not what it was when the release began.
    [Test]
    public void Back_LeavesOtherServicesAsTheyAreWrittenNow()
    {
        var written = new ReleaseSettings(Written(Before).Services.SetItem("api", new RollingRelease(ImageTag.Parse("v9.1.0"))));

        Assert.That(((RollingRelease)Found.Back(Written(Before), written).Services["api"]).Tag.Text, Is.EqualTo("v9.1.0"));
    }

    [Test]
    public void Back_OfAServiceThatRanNothingBefore_StaysOnWhatItRuns()
    {
        var first = ReleaseConfiguration.Find(
            Began with { Services = [new ReleasedService("worker", null, null, New), Began.Services[1]] }, Written(Before, new RollingRelease(New)))!;

        Assert.That(Told(first.Back(Written(Before), Written(Before))), Does.Contain("worker v1.2.3"));
    }

    [Test]
    public void Migrating_ChangesTheJobAlone()
    {
        var written = new ReleaseSettings(Written(Before).Services.SetItem("migration", new RollingRelease(Old)));
        var migrating = ReleaseConfiguration.Migrating(written, "migration", New);

        Assert.That(migrating.Services["migration"], Is.EqualTo(new RollingRelease(New)));
        Assert.That(migrating.Services.Remove("migration"), Is.EqualTo(written.Services.Remove("migration")));
    }

    [TestCase("worker", "'worker' has no slots in this release.")]
    [TestCase("api", "The release moves no 'api'.")]
    public void Slots_RejectsAnotherService(string service, string message) =>
        Assert.That(() => Found.Slots(service), Throws.ArgumentException.With.Message.StartsWith(message));

    private static ReleaseConfiguration Found => ReleaseConfiguration.Find(Began, Written(Before))!;

    private static ReleaseSettings Written(ServiceRelease web, ServiceRelease? worker = null) => new(
        ImmutableSortedDictionary.Create<string, ServiceRelease>(StringComparer.Ordinal)
            .Add("api", Api)
            .Add("web", web)
            .Add("worker", worker ?? new RollingRelease(Old)));

    /// <summary>Blue has v1.2.2, and the rest of the traffic.</summary>
    private static BlueGreenRelease Web(Slot newest, string green, int weight) => new(newest, Held("v1.2.2", 100 - weight), Held(green, weight));

    private static SlotRelease Held(string tag, int weight) => new(ImageTag.Parse(tag), 1, weight);

    /// <summary>The newest slot with a star.</summary>
    private static string Told(ReleaseSettings release)
    {
        var web = (BlueGreenRelease)release.Services["web"];
        return $"web {Slotted(web, Slot.Blue)}, {Slotted(web, Slot.Green)}; worker {((RollingRelease)release.Services["worker"]).Tag}; api {((RollingRelease)release.Services["api"]).Tag}";
    }

    private static string Slotted(BlueGreenRelease web, Slot slot) =>
        $"{(web.Newest == slot ? "*" : "")}{slot.Name()} {web[slot].Tag} {web[slot].Weight}";

    private static TestCaseData Case(string name, ServiceRelease web, string worker) =>
        new TestCaseData(web, new RollingRelease(ImageTag.Parse(worker))).SetArgDisplayNames(name);
}
