using System.Text;
using ReleaseInfra.Cli.Journal;
using ReleaseInfra.Cli.Journal.Files;
using ReleaseInfra.Cli.Journal.Format;
using ReleaseInfra.Domain.Journal;
using ReleaseInfra.Domain.Journal.Entries;
using ReleaseInfra.Domain.Journal.Numbers;
using ReleaseInfra.Domain.Journal.Works;
using ReleaseInfra.Domain.Rollouts.Events;
using ReleaseInfra.Tests.Support;
using ReleaseInfra.Tests.Support.Journals;
using static ReleaseInfra.Tests.Support.Journals.Beginnings;

namespace ReleaseInfra.Release.Tests.Journal;

/// <summary>docs/journal.md shows a journal as it is, and names every kind of line.</summary>
public sealed class DocumentedJournalTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "journal.md"));

    [Test]
    public async Task Example_IsWhatIsWritten()
    {
        using var folder = new TemporaryFolder();
        var store = new FileJournalStore(folder.Path, new JournalDisk());
        var name = new JournalName("production", Web.Id);
        var time = new ManualTime();
        time.Advance(Noon - time.GetUtcNow());
        await using (var journal = await ReleaseJournal.BeginAsync(store, Web, new JournalWriter("ann@laptop", "laptop", 4711), time, default))
        {
            await journal.AppendAsync(new WorkBegan(new PreflightChecks()), default);
            time.Advance(TimeSpan.FromMilliseconds(1234));
            await journal.AppendAsync(new PreflightPassed(), default);
            await journal.AppendAsync(new WorkBegan(new Deployment("web")), default);
        }

        time.Advance(TimeSpan.FromMinutes(2));
        await using (var journal = await ReleaseJournal.TakeOverAsync(store, name, new JournalWriter("bob@desk", "desk", 7), time, default))
        {
            await journal.AppendAsync(new NewVersionReady(), default);
            await journal.AppendAsync(Judged.Of("error rate", "web", Looks.At(Looks.Errors(1000, 10)), 1000, Comparison.None), default);
        }

        var files = new JournalFiles(folder.Path, name);
        Assert.That(Example("jsonl"), Is.EqualTo(await File.ReadAllTextAsync(files.Lines)));
        Assert.That(Example("json"), Is.EqualTo(await File.ReadAllTextAsync(files.Head) + "\n"));
    }

    [Test]
    public void EveryKind_IsNamed()
    {
        var kinds = EntryFormat.Kinds.All.Select(format => format.Kind)
            .Concat(EventFormat.Kinds.All.Select(format => format.Kind))
            .Concat(WorkFormat.Kinds.All.Select(format => format.Kind))
            .Concat(NumbersFormat.Kinds.All.Select(format => format.Kind))
            .Concat(JudgementFormat.Readings.All.Select(format => format.Kind));

        Assert.That(kinds.Where(kind => !Document.Contains($"`{kind}`", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>The check that the document shows can be done without this program.</summary>
    [Test]
    public void Example_HoldsByTheDocumentedArithmetic()
    {
        var before = Hash(Encoding.UTF8.GetBytes("release-journal 1\nproduction\n20261121-120000-0a1b2c3d"));
        foreach (var line in Example("jsonl").TrimEnd('\n').Split('\n'))
        {
            var seal = line.LastIndexOf(",\"hash\":\"", StringComparison.Ordinal);
            before = Hash(Encoding.UTF8.GetBytes(before + line[..seal]));
            Assert.That(line[seal..], Is.EqualTo($",\"hash\":\"{before}\"}}"));
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static string Example(string language)
    {
        var start = Document.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Document[start..Document.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
