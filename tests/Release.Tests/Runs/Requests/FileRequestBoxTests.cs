using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Runs.Requests;
using ReleaseInfra.Domain.Approvals;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Runs.Requests;

public sealed class FileRequestBoxTests
{
    private static readonly JournalName Release = new("production", ReleaseId.Parse("20261121-120000-0a1b2c3d"));

    private readonly ManualTime _time = new();
    private TemporaryFolder _workspace = null!;
    private FileRequestBox _box = null!;

    private string Folder => Path.Combine(_workspace.Path, ".release", "production", "requests", "20261121-120000-0a1b2c3d");

    [SetUp]
    public void Open()
    {
        _workspace = new TemporaryFolder();
        _box = new FileRequestBox(_workspace.Path, _time);
    }

    [TearDown]
    public void Remove() => _workspace.Dispose();

    [Test]
    public async Task Take_EachOnce_InTheOrderInWhichTheyWerePut()
    {
        HandRequest[] asked =
        [
            new AskToResume("ann@laptop"),
            new AskToAbort("bob@desk", "wrong tag"),
            new GiveApproval(new Approval("lead", new string('a', 64), _time.GetUtcNow(), Agrees: false)),
            new AskToRollBack("ann@laptop", "orders fail: \"€ 0\"\nsince 14:00"),
        ];
        foreach (var request in asked)
            await PutAsync(request);

        Assert.That(await _box.TakeAsync(Release, default), Is.EqualTo(asked));
        Assert.That(await _box.TakeAsync(Release, default), Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(Folder), Is.Empty);
    }

    [Test]
    public async Task Take_WhereNobodyEverAsked_IsNothing() => Assert.That(await _box.TakeAsync(Release, default), Is.Empty);

    [Test]
    public async Task Take_LeavesWhatAnotherReleaseIsAsked()
    {
        await PutAsync(new AskToResume("ann@laptop"));
        var (later, elsewhere) = (Release with { Release = ReleaseId.Parse("20261122-120000-0a1b2c3d") }, Release with { Stack = "staging" });

        Assert.That((await _box.TakeAsync(later, default)).AddRange(await _box.TakeAsync(elsewhere, default)), Is.Empty);
        Assert.That(await _box.TakeAsync(Release, default), Has.Length.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("""{"ask":"roll ba""")]
    [TestCase("""{"ask":"roll back","by":"ann"}""")]
    [TestCase("""{"ask":"dance","by":"ann"}""")]
    [TestCase("""{"by":"ann"}""")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("5")]
    public async Task Take_PassesOverAFileThatIsNoRequest_AndLeavesIt(string text)
    {
        await PutAsync(new AskToResume("ann@laptop"));
        var stray = Path.Combine(Folder, "0-stray.json");
        await File.WriteAllTextAsync(stray, text);

        Assert.That(await _box.TakeAsync(Release, default), Is.EqualTo(new[] { new AskToResume("ann@laptop") }));
        Assert.That(File.ReadAllText(stray), Is.EqualTo(text));
    }

    [Test]
    public async Task Take_AFileThatIsStillBeingWritten_IsGivenLater()
    {
        await PutAsync(new AskToResume("ann@laptop"));
        var whole = Directory.GetFiles(Folder).Single();
        var text = await File.ReadAllTextAsync(whole);
        await File.WriteAllTextAsync(whole, text[..^1]);

        Assert.That(await _box.TakeAsync(Release, default), Is.Empty);
        await File.WriteAllTextAsync(whole, text);
        Assert.That(await _box.TakeAsync(Release, default), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Take_LeavesFilesOfOtherKinds()
    {
        await PutAsync(new AskToResume("ann@laptop"));
        var other = Path.Combine(Folder, "notes.txt");
        await File.WriteAllTextAsync(other, """{"ask":"resume","by":"eve"}""");

        Assert.That(await _box.TakeAsync(Release, default), Is.EqualTo(new[] { new AskToResume("ann@laptop") }));
        Assert.That(File.Exists(other), Is.True);
    }

    // A file stands where the folder must be: so it fails for every user, root included.
    [Test]
    public async Task Put_WhereTheFolderCannotBeWritten()
    {
        await File.WriteAllTextAsync(Path.Combine(_workspace.Path, ".release"), "");

        Assert.That(
            () => _box.PutAsync(Release, new AskToResume("ann@laptop"), default),
            Throws.TypeOf<ReleaseFailure>()
                .With.Message.StartsWith($"{Folder} cannot be written: ")
                .And.Message.EndsWith(" Make it writable, with room on the disk, and run the command again.")
                .And.Property(nameof(ReleaseFailure.Code)).EqualTo(ExitCode.EngineFailed));
    }

    private async Task PutAsync(HandRequest request)
    {
        await _box.PutAsync(Release, request, default);
        _time.Advance(TimeSpan.FromMilliseconds(1));
    }
}
