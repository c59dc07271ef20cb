using ReleaseInfra.Cli;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal;

public sealed class FullDiskTests
{
    private static readonly JournalName Name = new("production", Web.Id);

    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Append_OnAFullDisk_IsRefused_AndGoesOnWhenThereIsRoom(bool linesFit, bool headsFit)
    {
        using var folder = new TemporaryFolder();
        var disk = new FullDisk();
        var store = new FileJournalStore(folder.Path, disk);
        await using var journal = await ReleaseJournal.BeginAsync(store, Web, new JournalWriter("ann@laptop", "laptop", 1), new ManualTime(), default);

        (disk.LinesFit, disk.HeadsFit) = (linesFit, headsFit);
        Assert.That(
            () => journal.AppendAsync(new PreflightPassed(), default),
            Throws.TypeOf<ReleaseFailure>()
                .With.Message.EqualTo(
                    $"The disk is full: {store.NameOf(Name)} could not be written, so nothing that depends on it was done. " +
                    "Make room, then run 'release resume'.")
                .And.Property(nameof(ReleaseFailure.Code)).EqualTo(ExitCode.EngineFailed));
        var meanwhile = await JournalReader.ReadAsync(store, Name, default);
        (disk.LinesFit, disk.HeadsFit) = (true, true);
        await journal.AppendAsync(new NoteWritten("ann@laptop", "room was made"), default);
        await journal.AppendAsync(new PreflightPassed(), default);
        var read = await JournalReader.ReadAsync(store, Name, default);

        Assert.That(meanwhile.Records, Has.Length.EqualTo(1));
        Assert.That(meanwhile.Unfinished, Is.Zero);
        Assert.That(read.Records.Select(record => record.Entry.Kind), Is.EqualTo(new[] { "release began", "note", "event" }));
    }
}
