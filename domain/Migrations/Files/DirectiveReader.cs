using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Migrations.Files;

/// <summary>Reads the lines <c>-- release: ...</c> at the head of a migration, before its first statement.</summary>
internal static partial class DirectiveReader
{
    private const string Known = "'-- release: contract TABLE.COLUMN; unused since v1.2.3'";

    /// <param name="firstStatement">The line of the first statement; null where there is none.</param>
    /// <exception cref="SqlTextException">A directive is none that is known, or stands where none is read.</exception>
    public static ImmutableArray<ContractDirective> Read(string text, int? firstStatement)
    {
        var directives = ImmutableArray.CreateBuilder<ContractDirective>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var found = Directive().Match(line);
            if (!found.Success)
                continue;
            if (index + 1 > firstStatement)
                throw new SqlTextException(index + 1, "A directive stands at the head of the file, before the first statement. Move it there.");
            directives.AddRange(Contracts(index + 1, found.Groups["text"].Value.Trim()));
        }

        return directives.ToImmutable();
    }

    private static IEnumerable<ContractDirective> Contracts(int line, string text)
    {
        var contract = Contract().Match(text);
        if (!contract.Success)
            throw new SqlTextException(line, $"'{text}' is no directive. The only one is {Known}.");
        var tag = contract.Groups["tag"].Value;
        if (!ImageTag.TryParse(tag, out var since))
            throw new SqlTextException(line, $"'{tag}' is not {ImageTag.Allowed}.");
        // A commit comes neither before nor after another, so no version could be told to be new enough.
        if (!tag.StartsWith('v'))
            throw new SqlTextException(line, $"'{tag}' is a commit, and commits have no order. Name the first version that does without it.");
        return contract.Groups["targets"].Value
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(target => new ContractDirective(line, target, since));
    }

    [GeneratedRegex(@"^\s*--\s*release:(?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^contract\s+(?<targets>[^;]+);\s*unused\s+since\s+(?<tag>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Contract();
}
