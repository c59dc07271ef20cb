using System.Text;
using ReleaseInfra.Rehearsal.Store;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Store;

public sealed class DurableFilesTests
{
    private const int Lines = 2000;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task Replace_LeavesTheNewFiles_AndNothingElse()
    {
        await DurableFiles.ReplaceAsync(_folder.Path, [Content("a", "old"), Content("b", "old")], default);
        await DurableFiles.ReplaceAsync(_folder.Path, [Content("a", "new"), Content("b", "newer")], default);

        Assert.That(Files(), Is.EqualTo(new[] { "a=new", "b=newer" }));
    }

    /// <summary>A process died: before it had decided, or after it had and after any number of its renames.</summary>
    [TestCase("a=old b=old a.new=half", "old", "old")]
    [TestCase("a=old b=old a.new=new b.new=new", "old", "old")]
    [TestCase("a=old b=old a.new=new b.new=new replacing=a|b|", "new", "new")]
    [TestCase("a=new b=old b.new=new replacing=a|b|", "new", "new")]
    [TestCase("a=new b=new replacing=a|b|", "new", "new")]
    [TestCase("a=old b=old replacing.new=a|", "old", "old")]
    public async Task ADeadWritersFiles_AreAllOldOrAllNew(string left, string a, string b)
    {
        Leave(left);

        Assert.That(Read("a"), Is.EqualTo(a));
        Assert.That(Read("b"), Is.EqualTo(b));
        DurableFiles.Finish(_folder.Path);
        Assert.That(Read("a"), Is.EqualTo(a));
        Assert.That(Read("b"), Is.EqualTo(b));

        await DurableFiles.ReplaceAsync(_folder.Path, [Content("a", "next"), Content("b", "next")], default);
        Assert.That(Files().Where(file => !file.Contains(".new", StringComparison.Ordinal)), Is.EqualTo(new[] { "a=next", "b=next" }));
    }

    [Test]
    public void Replace_ThatCannotWriteOne_ChangesNone()
    {
        Leave("a=old b=old");
        var broken = new FileContent(PathOf("b"), (_, _) => throw new IOException("The disk is full."));

        Assert.That(
            async () => await DurableFiles.ReplaceAsync(_folder.Path, [Content("a", "new"), broken], default),
            Throws.TypeOf<IOException>());
        Assert.That(Files(), Is.EqualTo(new[] { "a=old", "b=old" }));
    }

    [Test]
    public void Replace_Cancelled_ChangesNone()
    {
        Leave("a=old");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(
            async () => await DurableFiles.ReplaceAsync(_folder.Path, [Content("a", "new")], cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Files(), Is.EqualTo(new[] { "a=old" }));
    }

    [Test]
    public void OpenRead_Absent_SaysSo()
    {
        Leave("replacing=a|");

        Assert.That(() => DurableFiles.OpenRead(PathOf("a")), Throws.TypeOf<FileNotFoundException>());
        Assert.That(() => DurableFiles.OpenRead(Path.Combine(_folder.Path, "no", "a")), Throws.TypeOf<DirectoryNotFoundException>());
    }

    [Test]
    public async Task OpenRead_WhileAWriterReplaces_SeesOneOfItsFilesWhole()
    {
        await DurableFiles.ReplaceAsync(_folder.Path, [Numbered(0)], default);
        var writing = Task.Run(async () =>
        {
            for (var number = 1; number <= 200; number++)
                await DurableFiles.ReplaceAsync(_folder.Path, [Numbered(number)], default);
        });

        var last = "";
        while (!writing.IsCompleted)
        {
            var lines = Read("a").Split('\n');
            Assert.That(lines, Has.Length.EqualTo(Lines));
            Assert.That(lines.Distinct().Count(), Is.EqualTo(1));
            Assert.That(lines[0], Is.GreaterThanOrEqualTo(last));
            last = lines[0];
        }

        await writing;
        Assert.That(Files(), Has.Length.EqualTo(1));

        FileContent Numbered(int number) => Content("a", string.Join('\n', Enumerable.Repeat($"{number:D4}", Lines)));
    }

    private FileContent Content(string name, string text) => new(
        PathOf(name),
        (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), token).AsTask());

    private void Leave(string files)
    {
        foreach (var file in files.Split(' '))
        {
            var (name, text) = (file.Split('=')[0], file.Split('=')[1]);
            File.WriteAllText(PathOf(name), text.Replace('|', '\n'));
        }
    }

    private string Read(string name)
    {
        using var reader = new StreamReader(DurableFiles.OpenRead(PathOf(name)));
        return reader.ReadToEnd();
    }

    private string[] Files() =>
        [.. Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)}={File.ReadAllText(path)}")];

    private string PathOf(string name) => Path.Combine(_folder.Path, name);
}
