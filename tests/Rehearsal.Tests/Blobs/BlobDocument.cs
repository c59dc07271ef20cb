using System.Text.RegularExpressions;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Blobs;

/// <param name="Call">As in <c>blobs.append</c>.</param>
/// <param name="Template">Method and path, as served; with the action of a lease.</param>
internal sealed record BlobSection(string Call, string Template, IReadOnlyList<BlobExchange> Exchanges);

/// <param name="Later">Whether a minute passes first.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Content">Empty for none.</param>
internal sealed record BlobExchange(
    bool Later, string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, string? Body, string Answer, string Content);

/// <summary>Reads <c>docs/blob-wire.md</c>: a section for each call, in which <c>http</c> blocks show a request, a line and the answer.</summary>
internal static partial class BlobDocument
{
    private const string Minute = "# a minute later\n";

    public static IEnumerable<BlobSection> Sections()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "blob-wire.md"));
        foreach (var section in Heading().Split(text).Skip(1))
        {
            var name = section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim();
            yield return new BlobSection(
                name,
                Template().Match(section).Groups[1].Value.Replace("`", "", StringComparison.Ordinal),
                [.. Block().Matches(section).Select(match => Exchange(match.Groups[1].Value))]);
        }
    }

    private static BlobExchange Exchange(string block)
    {
        var later = block.StartsWith(Minute, StringComparison.Ordinal);
        var sides = (later ? block[Minute.Length..] : block).Split("\n---\n");
        var (asked, body) = Halves(sides[0]);
        var (answered, content) = Halves(sides[1]);
        var lines = asked.Split('\n');
        var target = lines[0].Split(' ', 2);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(pair => (pair[0], pair[1])).ToArray();
        return new BlobExchange(later, target[0], target[1], headers, body.Length == 0 ? null : body + "\n", answered, content);
    }

    private static (string Head, string Content) Halves(string side)
    {
        var halves = side.Split("\n\n", 2);
        return (halves[0].TrimEnd(), halves.Length > 1 ? halves[1].TrimEnd() : "");
    }

    [GeneratedRegex("^### ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^(`(?:GET|PUT) .*)$", RegexOptions.Multiline)]
    private static partial Regex Template();

    [GeneratedRegex(@"^```http\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
