using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseInfra.Rehearsal.Arm.Graph;

/// <summary>The one form of a Resource Graph query that is understood.</summary>
/// <param name="Types">Empty for all.</param>
/// <param name="Columns">As projected.</param>
internal sealed partial record GraphQuery(string Group, ImmutableArray<string> Types, ImmutableArray<string> Columns)
{
    public const string Form =
        "Resources | where resourceGroup =~ '<group>' [| where type in~ ('<type>', …)] | project <column>, … with the columns " +
        "id, name, type, location, kind, sku, tags, identity, resourceGroup, subscriptionId, tenantId, properties";

    public static readonly ImmutableArray<string> Known =
        ["id", "name", "type", "location", "kind", "sku", "tags", "identity", "resourceGroup", "subscriptionId", "tenantId", "properties"];

    /// <returns>Null where the query is of another form.</returns>
    public static GraphQuery? Parse(string text)
    {
        if (Whole().Match(text) is not { Success: true } match)
            return null;

        var columns = match.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries).ToImmutableArray();
        var types = Quoted().Matches(match.Groups["types"].Value).Select(type => type.Groups[1].Value).ToImmutableArray();
        return columns.All(Known.Contains) ? new GraphQuery(match.Groups["group"].Value, types, columns) : null;
    }

    [GeneratedRegex(
        @"^\s*Resources\s*\|\s*where\s+resourceGroup\s*=~\s*'(?<group>[^']+)'\s*" +
        @"(\|\s*where\s+type\s+in~\s*\((?<types>\s*'[^']+'\s*(,\s*'[^']+'\s*)*)\)\s*)?" +
        @"\|\s*project\s+(?<columns>[A-Za-z]+(\s*,\s*[A-Za-z]+)*)\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
