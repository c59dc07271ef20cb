using System.Collections.Concurrent;
using ReleaseInfra.Cli.Notify;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Notices;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;

namespace ReleaseInfra.Release.Tests.Notify;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AnnouncerTests
{
    private readonly ManualTime _time = new();
    private readonly ConcurrentQueue<NoticeFailed> _failed = new();

    [Test]
    public async Task ARelease_IsTold_InOrder_ToEachChannelWhatItTakes()
    {
        var (all, bad) = (new RecordingChannel("all"), new RecordingChannel("bad"));
        await using (var announcer = Announce(new Subscription(all, _ => true), new Subscription(bad, notice => notice.Severity > NoticeSeverity.Info)))
            await HearAsync(announcer, ReleaseStory.RolledBack());

        Assert.That(all.Told, Is.EqualTo(new[] { "started", "rolling back", "rolled back" }));
        Assert.That(bad.Told, Is.EqualTo(new[] { "rolling back", "rolled back" }));
        Assert.That(_failed, Is.Empty);
    }

    [Test]
    public async Task AFailure_IsRecorded_AndTheNextNoticeIsTriedAllTheSame()
    {
        var down = new RecordingChannel("down") { Failure = ChannelFailure.NotSet("down", "RELEASE_SLACK_URL") };
        var up = new RecordingChannel("up");
        await using (var announcer = Announce(new Subscription(down, _ => true), new Subscription(up, _ => true)))
            await HearAsync(announcer, ReleaseStory.RolledBack());

        const string Error = "'down' has no use of RELEASE_SLACK_URL, which is not set. Set it where the release runs.";
        Assert.That(_failed, Is.EqualTo(new[]
        {
            new NoticeFailed("down", "started", Error), new NoticeFailed("down", "rolling back", Error), new NoticeFailed("down", "rolled back", Error),
        }));
        Assert.That(up.Told, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Hearing_WaitsForNothing()
    {
        var stuck = new StuckChannel();
        var announcer = Announce(new Subscription(stuck, _ => true));

        await HearAsync(announcer, ReleaseStory.RolledBack());
        await stuck.WasTold;
        var ending = announcer.DisposeAsync();

        Assert.That(ending.IsCompleted, Is.False);
        // The first notice's deadline ends its wait, and then the next is tried.
        _time.Advance(Delivery.Deadline);
        await Until(() => _failed.Count == 1);
        _time.Advance(Announcer.Patience - Delivery.Deadline);
        await ending;
        Assert.That(_failed.Select(failed => $"{failed.Notice}: {failed.Error}"), Is.EqualTo(new[]
        {
            "started: 'stuck' did not take the notice within 10 s. Look whether the service is well, and whether this machine may connect to it.",
            "rolling back: 'stuck' was not told before the command ended. Look whether the service is well.",
            "rolled back: 'stuck' was not told before the command ended. Look whether the service is well.",
        }));
    }

    [Test]
    public async Task ASlowChannel_KeepsNoOtherWaiting()
    {
        var (stuck, quick) = (new StuckChannel(), new RecordingChannel("quick"));
        var announcer = Announce(new Subscription(stuck, _ => true), new Subscription(quick, _ => true));

        await HearAsync(announcer, ReleaseStory.Settled());
        await quick.After(4);
        var ending = announcer.DisposeAsync();
        _time.Advance(Announcer.Patience);

        await ending;
        Assert.That(quick.Told, Is.EqualTo(new[] { "started", "step done", "step done", "done" }));
    }

    [Test]
    public async Task ARecordThatCannotBeWritten_EndsNothing()
    {
        var down = new RecordingChannel("down") { Failure = ChannelFailure.CommandEnded("down") };
        var tries = 0;
        await using (var announcer = new Announcer([new Subscription(down, _ => true)], _ => Fail(), _time))
            await HearAsync(announcer, ReleaseStory.RolledBack());

        Assert.That(tries, Is.EqualTo(3));

        Task Fail()
        {
            tries++;
            throw new InvalidOperationException("The journal is closed.");
        }
    }

    [Test]
    public async Task Ending_Twice_IsEndingOnce_AndHearingAfterwardsIsNothing()
    {
        var channel = new RecordingChannel("all");
        var announcer = Announce(new Subscription(channel, _ => true));

        await announcer.DisposeAsync();
        await HearAsync(announcer, ReleaseStory.Settled());
        await announcer.DisposeAsync();

        Assert.That(channel.Told, Is.Empty);
    }

    private static async Task HearAsync(Announcer announcer, ReleaseStory story)
    {
        var heard = new List<Task>();
        Notices.Each(story, (record, standing, _) => heard.Add(announcer.HearAsync(record, standing, default)));
        Assert.That(heard, Is.All.Property(nameof(Task.IsCompletedSuccessfully)).True);
        await Task.WhenAll(heard);
    }

    private static async Task Until(Func<bool> holds)
    {
        while (!holds())
            await Task.Yield();
    }

    private Announcer Announce(params Subscription[] subscriptions) => new([.. subscriptions], RecordAsync, _time);

    private Task RecordAsync(NoticeFailed failed)
    {
        _failed.Enqueue(failed);
        return Task.CompletedTask;
    }

    private sealed class RecordingChannel(string name) : IChannel
    {
        private readonly ConcurrentQueue<string> _told = new();

        public string Name => name;

        public ChannelFailure? Failure { get; init; }

        public string[] Told => [.. _told];

        public Task After(int notices) => Until(() => _told.Count >= notices);

        public Task SendAsync(Notice notice, CancellationToken cancellation)
        {
            if (Failure is not null)
                throw Failure;
            _told.Enqueue(notice.Kind.Word());
            return Task.CompletedTask;
        }
    }

    private sealed class StuckChannel : IChannel
    {
        private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "stuck";

        public Task WasTold => _told.Task;

        public Task SendAsync(Notice notice, CancellationToken cancellation)
        {
            _told.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        }
    }
}
