using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs.Requests;

/// <summary>Two of lead, boss and chief must approve, and ann releases.</summary>
public sealed class HandEventsTests
{
    private static readonly ApprovalTerms Terms = new(2, ["lead", "boss", "chief"], TimeSpan.FromHours(24));

    private readonly ManualTime _time = new();
    private JournalInHand _hand = null!;

    [SetUp]
    public async Task BeginAsync() => _hand = await JournalInHand.BeginAsync(Beginnings.Web, _time);

    [TearDown]
    public async Task EndAsync() => await _hand.DisposeAsync();

    private static readonly TestCaseData[] Asked =
    [
        Case(new AskToRollBack("ann@laptop", "complaints"), new RollBackRequested("ann@laptop", "complaints")),
        Case(new AskToAbort("ann@laptop", "wrong tag"), new AbortRequested("ann@laptop", "wrong tag")),
        Case(new AskToResume("ann@laptop"), new Resumed("ann@laptop")),
    ];

    [TestCaseSource(nameof(Asked))]
    public async Task Of_WhatOnePersonMayWant(object request, RolloutEvent expected)
    {
        Assert.That(await Events.OfAsync((HandRequest)request), Is.EqualTo(expected));
        Assert.That(await _hand.EntriesAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_ApprovalsWhileTheyAreWaitedFor_AreCounted()
    {
        await _hand.WriteAsync(new ApprovalMissing());

        Assert.That(await ApproveAsync("lead"), Is.Null);
        Assert.That(await ApproveAsync("lead"), Is.Null);
        Assert.That(await ApproveAsync("boss"), Is.EqualTo(new Approved("lead, boss")));
    }

    [Test]
    public async Task Of_ARefusal_LeavesTheRelease()
    {
        await _hand.WriteAsync(new ApprovalMissing());
        await ApproveAsync("lead");

        Assert.That(await ApproveAsync("boss", agrees: false), Is.EqualTo(new AbortRequested("boss", "the plan was refused")));
    }

    [TestCase("ann", Description = "Who releases.")]
    [TestCase("eve", Description = "No approver.")]
    public async Task Of_AWordThatDoesNotCount_IsWrittenDown(string by)
    {
        await _hand.WriteAsync(new ApprovalMissing());
        await ApproveAsync("lead");

        Assert.That(await ApproveAsync(by), Is.Null);
        Assert.That((await _hand.EntriesAsync()).OfType<ApprovalGiven>().Select(given => given.Approval.By), Is.EqualTo(new[] { "lead", by }));
    }

    [Test]
    public async Task Of_AnApprovalBeforeItIsWaitedFor_CountsOnceItIs()
    {
        Assert.That(await ApproveAsync("lead"), Is.Null);
        Assert.That(await ApproveAsync("boss"), Is.Null);
        await _hand.WriteAsync(new ApprovalMissing());

        Assert.That(await ApproveAsync("chief"), Is.EqualTo(new Approved("lead, boss, chief")));
    }

    [Test]
    public async Task Of_AnApproval_SaysUntilWhenItCounts()
    {
        await ApproveAsync("lead");

        Assert.That(
            (await _hand.EntriesAsync()).OfType<ApprovalGiven>().Single(),
            Is.EqualTo(new ApprovalGiven(Approval("lead"), _time.GetUtcNow() + TimeSpan.FromHours(24))));
    }

    private HandEvents Events => new(_hand.Journal, Terms, _time);

    private Task<RolloutEvent?> ApproveAsync(string by, bool agrees = true)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        return Events.OfAsync(new GiveApproval(Approval(by, agrees)));
    }

    private Approval Approval(string by, bool agrees = true) => new(by, Beginnings.Web.PlanHash, _time.GetUtcNow(), agrees);

    private static TestCaseData Case(HandRequest request, RolloutEvent expected) =>
        new TestCaseData(request, expected).SetArgDisplayNames(request.GetType().Name);
}
