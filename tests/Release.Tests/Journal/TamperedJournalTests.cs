using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal;

public sealed class TamperedJournalTests
{
    private const string Doubt =
        "From there on nothing in it can be trusted. Put back the last good copy of the file and of its head, and keep the broken one: " +
        "somebody may want to know who changed it.";

    private static readonly JournalName Name = new("production", Web.Id);

    private TemporaryFolder _folder = null!;

    private FileJournalStore Store => new(_folder.Path, new JournalDisk());

    private JournalFiles Files => new(_folder.Path, Name);

    [SetUp]
    public Task WriteAsync()
    {
        _folder = new TemporaryFolder();
        return WriteAsync(Store, "so far, so good");
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task EveryFlippedByte_IsFound_AndItsLineNamed()
    {
        var good = await File.ReadAllBytesAsync(Files.Lines);
        var line = 1;
        for (var index = 0; index < good.Length; index++)
        {
            foreach (var bit in (byte[])[0x01, 0x20, 0x80])
            {
                var bad = good.ToArray();
                bad[index] ^= bit;
                Assert.That(Refusal(bad), Does.StartWith($"Line {line} of {Store.NameOf(Name)} is not what was written: "), $"byte {index}");
            }

            line += good[index] == '\n' ? 1 : 0;
        }
    }

    [Test]
    public async Task EveryFlippedByteOfTheHead_IsFound()
    {
        var good = await File.ReadAllBytesAsync(Files.Head);
        for (var index = 0; index < good.Length; index++)
        {
            var bad = good.ToArray();
            bad[index] ^= 0x01;
            await File.WriteAllBytesAsync(Files.Head, bad);

            Assert.That(
                () => JournalReader.ReadAsync(Store, Name, default),
                Throws.TypeOf<ReleaseFailure>().With.Message.StartsWith($"The head of {Store.NameOf(Name)} cannot be read: its hash is not that of its text."));
        }
    }

    [Test]
    public async Task EveryCut_IsFound()
    {
        var good = await File.ReadAllBytesAsync(Files.Lines);
        for (var length = 0; length < good.Length; length++)
        {
            var whole = good.AsSpan(0, length).Count((byte)'\n');
            Assert.That(
                Refusal(good[..length]),
                Is.EqualTo($"Line {whole + 1} of {Store.NameOf(Name)} is not what was written: it is missing, and 3 lines were written. {Doubt}"),
                $"{length} bytes");
        }
    }

    private static readonly Func<string[], string[]>[] Moves =
    [
        lines => [lines[1], lines[0], lines[2]],
        lines => [lines[0], lines[2]],
        lines => [lines[0], lines[0], lines[1], lines[2]],
        lines => [lines[1], lines[2]],
    ];

    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 2)]
    [TestCase(3, 1)]
    public async Task MovedLines_AreFound(int move, int line)
    {
        var lines = Moves[move](await File.ReadAllLinesAsync(Files.Lines));
        var moved = System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(text => text + "\n")));

        Assert.That(Refusal(moved), Is.EqualTo(
            $"Line {line} of {Store.NameOf(Name)} is not what was written: its hash is not that of its text and of the line before. {Doubt}"));
    }

    [Test]
    public void AnotherReleasesJournal_IsNone()
    {
        var other = new JournalName("production", ReleaseId.Parse("20261122-000000-00000000"));
        var (files, others) = (Files, new JournalFiles(_folder.Path, other));
        File.Copy(files.Lines, others.Lines);
        File.Copy(files.Head, others.Head);

        Assert.That(
            () => JournalReader.ReadAsync(Store, other, default),
            Throws.TypeOf<ReleaseFailure>().With.Message.StartsWith($"The head of {Store.NameOf(other)} cannot be read"));
    }

    [Test]
    public void LinesWithoutAHead_AreNoJournal()
    {
        File.Delete(Files.Head);

        Assert.That(
            () => JournalReader.ReadAsync(Store, Name, default),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
                $"{Store.NameOf(Name)} cannot be read: it has lines, and no head. Without it nobody knows whether the journal is whole. " +
                "Put back the last good copy of both."));
    }

    [Test]
    public async Task LinesThatSomebodyWroteAnew_AreNotThoseOfTheHead()
    {
        var head = await File.ReadAllBytesAsync(Files.Head);
        File.Delete(Files.Head);
        File.Delete(Files.Lines);
        await WriteAsync(Store, "so far, so bad");
        await File.WriteAllBytesAsync(Files.Head, head);

        Assert.That(
            () => JournalReader.ReadAsync(Store, Name, default),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(
                $"Line 3 of {Store.NameOf(Name)} is not what was written: its hash is not the one that its head has. {Doubt}"));
    }

    private static async Task WriteAsync(IJournalStore store, string note)
    {
        await using var journal = await ReleaseJournal.BeginAsync(store, Web, new JournalWriter("ann@laptop", "laptop", 1), new ManualTime(), default);
        await journal.AppendAsync(new PreflightPassed(), default);
        await journal.AppendAsync(new NoteWritten("ann@laptop", note), default);
    }

    /// <summary>A next line would bury the break.</summary>
    [TestCase(0)]
    [TestCase(100)]
    [TestCase(-1)]
    public async Task ABrokenJournal_IsNotTakenOver(int index)
    {
        var bad = await File.ReadAllBytesAsync(Files.Lines);
        bad[index < 0 ? ^-index : index] ^= 0x01;
        await File.WriteAllBytesAsync(Files.Lines, bad);

        Assert.That(
            () => ReleaseJournal.TakeOverAsync(Store, Name, new JournalWriter("bob@desk", "desk", 2), new ManualTime(), default),
            Throws.TypeOf<ReleaseFailure>().With.Message.EqualTo(Refusal(bad)));
        Assert.That(await File.ReadAllBytesAsync(Files.Lines), Is.EqualTo(bad));
    }

    private string Refusal(byte[] lines) => Assert.Throws<ReleaseFailure>(
        () => JournalReader.Check(Name, Store.NameOf(Name), new StoredJournal(lines, Files.ReadHead())))!.Message;
}
