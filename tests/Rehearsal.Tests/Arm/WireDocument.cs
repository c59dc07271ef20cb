using System.Text.RegularExpressions;
using ReleaseInfra.Tests.Support;

namespace ReleaseInfra.Rehearsal.Tests.Arm;

/// <param name="Call">As in <c>revisions.list</c>.</param>
/// <param name="Templates">Method and path, as served.</param>
/// <param name="Exchanges">In order, in one world.</param>
internal sealed record WireSection(string Call, IReadOnlyList<string> Templates, IReadOnlyList<WireExchange> Exchanges)
{
    public override string ToString() => Call;
}

/// <param name="Later">Whether a minute passes first.</param>
/// <param name="Body">Empty for none.</param>
/// <param name="Answer">Status, the headers that matter, and after an empty line the content.</param>
internal sealed record WireExchange(bool Later, string Method, string Path, string Body, string Answer);

/// <summary>Reads <c>docs/azure-wire.md</c>: a section for each call, in which <c>http</c> blocks show a request, a line and the answer.</summary>
internal static partial class WireDocument
{
    public static string Path { get; } = System.IO.Path.Combine(RepositoryRoot.Path, "docs", "azure-wire.md");

    public static IEnumerable<WireSection> Sections()
    {
        foreach (var section in Heading().Split(File.ReadAllText(Path)).Skip(1))
        {
            var name = section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim();
            yield return new WireSection(
                name,
                [.. Template().Matches(section).Select(match => match.Groups[1].Value)],
                [.. Block().Matches(section).Select(match => Exchange(match.Groups[1].Value))]);
        }
    }

    private static WireExchange Exchange(string block)
    {
        var later = block.StartsWith(Minute, StringComparison.Ordinal);
        var sides = (later ? block[Minute.Length..] : block).Split("\n---\n");
        var lines = sides[0].Split('\n', 2);
        var target = lines[0].Split(' ', 2);
        return new WireExchange(later, target[0], target[1], lines.Length > 1 ? lines[1].Trim() : "", sides[1].TrimEnd());
    }

    private const string Minute = "# a minute later\n";

    [GeneratedRegex("^### ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^`((?:GET|HEAD|PUT|PATCH|POST|DELETE) [^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Template();

    [GeneratedRegex(@"^```http\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
