using ReleaseInfra.Cli.Engine.Local.Apply;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Engine.Local.Apply;

public sealed class CheckpointTests
{
    [Test]
    public void IsDue_WhenTheWorkHasDoubled()
    {
        var checkpoint = new Checkpoint(new ManualTime());
        var due = new List<int>();
        for (var done = 1; done <= 200; done++)
        {
            if (!checkpoint.IsDue(done))
                continue;
            due.Add(done);
            checkpoint.Note(done);
        }

        Assert.That(due, Is.EqualTo(new[] { 8, 16, 32, 64, 128 }));
    }

    [Test]
    public void IsDue_WhenTheWorkIsSlow()
    {
        var time = new ManualTime();
        var checkpoint = new Checkpoint(time);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.That(checkpoint.IsDue(0), Is.False, "nothing was done");
        Assert.That(checkpoint.IsDue(1), Is.True);
        checkpoint.Note(1);
        Assert.That(checkpoint.IsDue(2), Is.False);
    }
}
