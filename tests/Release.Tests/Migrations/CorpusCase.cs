using System.Text.Json;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Migrations;

/// <summary>A small folder of migrations of which the first is there already, and what is to be said of the others.</summary>
/// <param name="Findings">As in <c>column-dropped users.name</c>.</param>
/// <param name="Did">What PostgreSQL did to each table that it locked, or whose rows it changed.</param>
/// <param name="Unfilled">Tables that cannot have rows.</param>
public sealed record CorpusCase(
    string Name, string Folder, ImageTagList Window, string[] Findings, SortedDictionary<string, string> Did, string[] Unfilled)
{
    private static readonly string Root = Path.Combine(RepositoryRoot.Path, "tests/Release.Tests/Migrations/Corpus");

    public static IEnumerable<CorpusCase> All => Directory.GetDirectories(Root).Order(StringComparer.Ordinal).Select(Read);

    public override string ToString() => Name;

    private static CorpusCase Read(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var expected = document.RootElement;
        Assert.That(expected.GetProperty("says").GetString(), Is.Not.Empty, folder);
        return new CorpusCase(
            Path.GetFileName(folder),
            folder,
            new ImageTagList(Texts(expected, "window")),
            Texts(expected, "findings"),
            new SortedDictionary<string, string>(
                expected.GetProperty("did").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!), StringComparer.Ordinal),
            Texts(expected, "unfilled"));
    }

    private static string[] Texts(JsonElement expected, string key) =>
        expected.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}

public sealed record ImageTagList(string[] Texts)
{
    public IEnumerable<ImageTag> Tags => Texts.Select(ImageTag.Parse);
}
