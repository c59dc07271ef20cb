using System.Collections.Immutable;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Cli.Runs.Watches;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Runs.Watches;

public sealed class RequestVigilTests
{
    private readonly ManualTime _time = new();
    private readonly ScriptedBox _box = new();
    private JournalInHand _hand = null!;
    private RequestVigil _vigil = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        _box.Asked.Clear();
        _hand = await JournalInHand.BeginAsync(Beginnings.Web, _time);
        _vigil = new RequestVigil(_box, _hand.Journal, new ApprovalTerms(1, [], TimeSpan.FromHours(24)), _time);
        _hand.Journal.Listen(_vigil);
    }

    [TearDown]
    public async Task EndAsync() => await _hand.DisposeAsync();

    [Test]
    public async Task Look_WhereNobodyAsks_IsNothing() => Assert.That(await LookAsync(), Is.Null);

    [Test]
    public async Task Look_IsWhatWasAskedFor_AndIsAnsweredOnce()
    {
        _box.Asked.Enqueue(new AskToAbort("ann", "wrong tag"));

        var wanted = await LookAsync();
        Assert.That(wanted, Is.EqualTo(new AbortRequested("ann", "wrong tag")));
        await _hand.WriteAsync(wanted!);
        Assert.That(await LookAsync(), Is.Null);
    }

    // The work may end, or its time, in the very moment in which somebody asks.
    [Test]
    public async Task Look_WhatLostAgainstSomethingElse_IsAnsweredAgain()
    {
        _box.Asked.Enqueue(new AskToAbort("ann", "wrong tag"));

        await LookAsync();
        await _hand.WriteAsync(new PreflightPassed());

        Assert.That(await LookAsync(), Is.EqualTo(new AbortRequested("ann", "wrong tag")));
    }

    [Test]
    public async Task Look_AnApprovalThatLostAgainstSomethingElse_IsWrittenDownOnce()
    {
        await _hand.WriteAsync(new ApprovalMissing());
        _box.Asked.Enqueue(new GiveApproval(new Approval("lead", Beginnings.Web.PlanHash, _time.GetUtcNow())));

        await LookAsync();
        await _hand.WriteAsync(new FreezeMet("night"));

        Assert.That(await LookAsync(), Is.EqualTo(new Approved("lead")));
        Assert.That((await _hand.EntriesAsync()).OfType<ApprovalGiven>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Look_WhatCannotBeDoneNow_IsANote_AndTheNextIsLookedAt()
    {
        _box.Asked.Enqueue(new AskToResume("ann"));
        _box.Asked.Enqueue(new AskToAbort("ann", "wrong tag"));

        Assert.That(await LookAsync(), Is.EqualTo(new AbortRequested("ann", "wrong tag")));
        Assert.That(
            (await _hand.EntriesAsync())[^1],
            Is.EqualTo(new NoteWritten("production", "'resumed' was asked for and cannot be done to a release that is planned.")));
    }

    [Test]
    public async Task Look_SeveralRequests_AreAnsweredOneByOne()
    {
        await _hand.WriteAsync(new Paused("ann", "lunch"));
        _box.Asked.Enqueue(new AskToResume("ann"));
        _box.Asked.Enqueue(new AskToAbort("bob", "wrong tag"));

        await _hand.WriteAsync((await LookAsync())!);
        await _hand.WriteAsync((await LookAsync())!);

        Assert.That(await _hand.EventsAsync(), Is.EqualTo(new[] { "paused", "resumed", "abort requested" }));
    }

    private Task<RolloutEvent?> LookAsync() => _vigil.LookAsync(_hand.Standing, default);

    private sealed class ScriptedBox : IRequestBox
    {
        public Queue<HandRequest> Asked { get; } = [];

        public Task PutAsync(JournalName release, HandRequest request, CancellationToken cancellation)
        {
            Asked.Enqueue(request);
            return Task.CompletedTask;
        }

        public Task<ImmutableArray<HandRequest>> TakeAsync(JournalName release, CancellationToken cancellation)
        {
            ImmutableArray<HandRequest> taken = [.. Asked];
            Asked.Clear();
            return Task.FromResult(taken);
        }
    }
}
