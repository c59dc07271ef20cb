using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Engine;
using ReleaseInfra.Cli.Engine.History;
using ReleaseInfra.Cli.Engine.State;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Engine.History;

public sealed class HistoryFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private TemporaryFolder _folder = null!;

    private HistoryFile History => new(new StackFolder(_folder.Path, "dev"));

    private string HistoryPath => Path.Combine(_folder.Path, ".release", "dev", "history.jsonl");

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task Read_Absent_IsEmpty() => Assert.That(await History.ReadAsync(CancellationToken.None), Is.Empty);

    [Test]
    public async Task Read_Written_IsTheSame()
    {
        UpdateEnd[] ends = [new Succeeded(Noon.AddMinutes(1)), new Failed(Noon.AddMinutes(2), 3, "no"), new Interrupted(Noon.AddMinutes(3), 4)];
        for (var index = 0; index < ends.Length; index++)
        {
            await History.StartAsync(Update(index + 1), CancellationToken.None);
            await History.EndAsync(index + 1, ends[index], CancellationToken.None);
        }

        await History.StartAsync(Update(4), CancellationToken.None);
        var read = await History.ReadAsync(CancellationToken.None);

        Assert.That(read.Select(update => update.End), Is.EqualTo(ends.Append(new NotEnded())));
        Assert.That(read.Select(update => update.Number), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That(read[0].Release, Is.EqualTo(Update(1).Release));
        Assert.That(read[0] with { Release = [], End = new NotEnded() }, Is.EqualTo(Update(1) with { Release = [] }));
    }

    [Test]
    public async Task HalfALine_NeverHappened_AndTheNextTakesItsPlace()
    {
        await History.StartAsync(Update(1), CancellationToken.None);
        var whole = File.ReadAllText(HistoryPath);
        File.AppendAllText(HistoryPath, """{"version":1,"update":1,"ev""");
        var read = await History.ReadAsync(CancellationToken.None);
        await History.EndAsync(1, new Interrupted(Noon, 0), CancellationToken.None);

        Assert.That(read.Select(update => update.End), Is.EqualTo(new[] { new NotEnded() }));
        Assert.That(File.ReadAllText(HistoryPath), Does.StartWith(whole + """{"version":1,"update":1,"event":"interrupted",""").And.EndsWith("}\n"));
    }

    [TestCase("""{"version":1,"update":2,"event":"succeeded","at":"2026-11-02T12:00:00+00:00"}""", "It ends the update 2, which never started")]
    [TestCase("""{"version":9,"everything":"else"}""", "It has format 9, and this program knows formats up to 1")]
    [TestCase("""{"version":1,"update":1,"event":"lost","at":"2026-11-02T12:00:00+00:00"}""", "'lost' is no event; the events are started, succeeded, failed and interrupted")]
    [TestCase("""{"version":1,"update":5,"event":"started","at":"2026-11-02T12:00:00+00:00","kind":"down"}""", "'down' is no kind of update")]
    public async Task Rejects_Line(string line, string reason)
    {
        await History.StartAsync(Update(1), CancellationToken.None);
        File.AppendAllText(HistoryPath, line + "\n");

        Assert.That(
            () => History.ReadAsync(CancellationToken.None),
            Throws.TypeOf<ReleaseFailure>()
                .With.Message.EqualTo($"Line 2 of .release/dev/history.jsonl cannot be read: {reason}. Put back the last good copy of the file.")
                .And.Property(nameof(ReleaseFailure.Code)).EqualTo(ExitCode.EngineFailed));
    }

    private static StackUpdate Update(int number) => new(
        number,
        UpdateKind.Up,
        "ann@laptop",
        Noon,
        [
            new ReleaseRow("web", Slot.Green, new RunningVersion(ImageTag.Parse("v1.0.0"), 2, 0), new RunningVersion(ImageTag.Parse("v1.1.0"), 1, 10)),
            new ReleaseRow("worker", null, null, new RunningVersion(ImageTag.Parse("v1.1.0"), 1, null)),
        ],
        new ChangeCounts(1, 2, 3, 4, 5),
        new NotEnded());
}
