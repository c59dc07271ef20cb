using System.Text;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Journal;

public sealed class FileJournalStoreTests : JournalStoreContract
{
    private TemporaryFolder _folder = null!;

    private protected override IJournalStore Store => new FileJournalStore(_folder.Path, new JournalDisk());

    private JournalFiles Files => new(_folder.Path, Name);

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Name_IsRelativeToTheWorkspace() =>
        Assert.That(Store.NameOf(Name), Is.EqualTo(".release/production/journal/20261121-120000-0a1b2c3d.jsonl"));

    [Test]
    public async Task Read_HalfALine_IsNotYetThere_AndTheNextWriterCutsItOff()
    {
        await (await BeginAsync(Ann)).DisposeAsync();
        await File.AppendAllTextAsync(Files.Lines, """{"v":1,"n":2,"at":"2026""");

        var read = await JournalReader.ReadAsync(Store, Name, default);
        await (await TakeOverAsync(Bob)).DisposeAsync();
        var after = await JournalReader.ReadAsync(Store, Name, default);

        Assert.That(read.Records, Has.Length.EqualTo(1));
        Assert.That(read.Unfinished, Is.EqualTo(23));
        Assert.That(after.Records[1].Entry, Is.EqualTo(new WriterTookOver("bob@desk", "process 7 on desk", CutOff: 23)));
        Assert.That(after.Unfinished, Is.Zero);
    }

    [Test]
    public async Task Append_AfterSomebodyElseWrote_IsRefused()
    {
        await using var journal = await BeginAsync(Ann);
        await File.AppendAllTextAsync(Files.Lines, "\n");

        await RejectsAsync(
            () => journal.AppendAsync(new NoteWritten("ann@laptop", "mine"), default),
            Cli.ExitCode.Locked,
            $"{Store.NameOf(Name)} was changed by somebody else since the last line of this writer: nothing more is written.");
    }

    [Test]
    public async Task Break_OfAWriterThatLives_IsRefusedToo()
    {
        await using var journal = await BeginAsync(Ann);

        Assert.That(
            () => Store.TakeAsync(Name, JournalClaim.Break, default),
            Throws.TypeOf<Cli.ReleaseFailure>().With.Message.StartsWith($"{Store.NameOf(Name)} is being written by ann@laptop "));
    }

    [Test]
    public async Task List_WithAnotherFileAmongThem_NamesIt()
    {
        await (await BeginAsync(Ann)).DisposeAsync();
        var copy = Path.Combine(Files.Folder, "Copy of a journal.jsonl");
        File.Copy(Files.Lines, copy);

        await RejectsAsync(
            () => JournalReader.ReadAllAsync(Store, "production", default),
            Cli.ExitCode.EngineFailed,
            $"{copy} stands among the journals, and its name is no release's. Move it elsewhere.");
    }

    [Test]
    public async Task Lines_AreTextThatOneCanRead()
    {
        await (await BeginAsync(Ann)).DisposeAsync();
        var text = await File.ReadAllTextAsync(Files.Lines);

        Assert.That(text, Does.StartWith("""{"v":1,"n":1,"at":"2026-03-02T09:00:00.000Z","epoch":1,"kind":"release began","id":"20261121-120000-0a1b2c3d",""").And.EndsWith("\"}\n"));
        Assert.That(Encoding.UTF8.GetByteCount(text), Is.EqualTo(new FileInfo(Files.Lines).Length));
    }

    private protected override Task LoseLeaseAsync()
    {
        // As a network drive does that forgets its locks: the name is free, and the writer's file is another.
        File.Delete(Files.Lock);
        return Task.CompletedTask;
    }
}
