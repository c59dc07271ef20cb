using System.Text.RegularExpressions;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Release.Tests.Architecture;

/// <summary>What documents refer to is there: a file that moves takes its links along.</summary>
public sealed partial class DocumentLinkTests
{
    [Test]
    public void Links_LeadToFilesAndHeadings() => Assert.That(
        from document in Documents()
        from Match link in Link().Matches(File.ReadAllText(document))
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !Leads(document, target)
        select $"{Path.GetRelativePath(RepositoryRoot.Path, document)}: {target}",
        Is.Empty);

    private static IEnumerable<string> Documents() =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md"),
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    private static bool Leads(string document, string target)
    {
        var (file, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var path = file.Length == 0 ? document : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, file));
        return heading is null ? Path.Exists(path) : File.Exists(path) && Headings(path).Contains(heading);
    }

    /// <summary>As GitHub names them.</summary>
    private static IEnumerable<string> Headings(string document) => File.ReadLines(document)
        .Where(line => line.StartsWith('#'))
        .Select(line => NoName().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
