using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseInfra.Domain.Migrations.Catalogues;

namespace ReleaseInfra.Cli.Migrations.Filling;

/// <summary>SQL expressions for a column's values in row <c>i</c>, the likeliest first: the next one is for where a check refuses those before.</summary>
internal static partial class ColumnFilling
{
    /// <param name="checks">Of this column alone, as PostgreSQL writes them.</param>
    /// <returns>None where nothing is known of the type.</returns>
    public static ImmutableArray<string> Of(Catalogue catalogue, string written, ImmutableArray<string> checks)
    {
        // A name with capitals is quoted where it is used, and not where it is listed.
        var name = written.Replace("\"", "", StringComparison.Ordinal);
        if (catalogue.Domains.FirstOrDefault(domain => domain.Name == name) is { } domain)
            return [.. Of(catalogue, domain.Type, [.. checks, .. domain.Checks]).Select(value => $"({value})::{written}")];
        if (catalogue.Enums.FirstOrDefault(type => type.Name == name) is { Values: not [] } known)
            return [OneOf(known.Values.Select(value => $"{SqlNames.Literal(value.Text)}::{written}"))];
        var (type, length) = Split(written);
        return written.EndsWith("[]", StringComparison.Ordinal)
            ? [$"'{{}}'::{written}"]
            : Ordered(type, [.. Stated(checks, type, written)], [.. OfType(type, length, written)]);
    }

    // Words that a check names are all that it allows; between numbers there are others, which tell rows apart.
    private static ImmutableArray<string> Ordered(string type, ImmutableArray<string> stated, ImmutableArray<string> usual) =>
        type is "text" or "character varying" or "character" or "citext" || usual is [] ? [.. stated, .. usual] : [usual[0], .. stated, .. usual[1..]];

    private static IEnumerable<string> OfType(string type, string? length, string whole) => type switch
    {
        "smallint" => ["(i % 32767 + 1)::smallint", "(i % 100)::smallint", "0::smallint"],
        "integer" => ["i", "i % 100", "0"],
        "bigint" => ["i::bigint", "(i % 100)::bigint", "0::bigint"],
        "numeric" => [Number(length), "0", "0.5"],
        "real" or "double precision" => ["i / 10.0", "0.5", "0"],
        "money" => ["i::numeric::money"],
        "boolean" => ["i % 2 = 0", "true", "false"],
        "text" or "citext" or "character varying" or "character" => Texts(type == "citext" ? "text" : type, length).Select(text => $"({text})::{whole}"),
        "uuid" => ["md5(i::text)::uuid"],
        "date" => ["date '2000-01-01' + i % 9000", "current_date + i % 900"],
        "timestamp without time zone" or "timestamp with time zone" => [$"(timestamp '2020-01-01' + i * interval '1 second')::{type}", $"(now() + i * interval '1 second')::{type}"],
        "time without time zone" or "time with time zone" => [$"(time '00:00' + i * interval '1 second')::{type}"],
        "interval" => ["i * interval '1 second'"],
        "json" or "jsonb" => [$"json_build_object('n', i)::{type}", $"'[]'::{type}"],
        "bytea" => ["decode(md5(i::text), 'hex')"],
        "inet" => ["'10.0.0.0'::inet + i"],
        "cidr" => ["('10.' || i / 65536 % 256 || '.' || i / 256 % 256 || '.' || i % 256 || '/32')::cidr"],
        "macaddr" => ["('08:00:2b:' || lpad(to_hex(i / 65536 % 256), 2, '0') || ':' || lpad(to_hex(i / 256 % 256), 2, '0') || ':' || lpad(to_hex(i % 256), 2, '0'))::macaddr"],
        "bit" or "bit varying" => [$"i::bit({length ?? "1"})::{whole}"],
        "xml" => ["xmlelement(name n, i)"],
        "tsvector" => ["to_tsvector('simple', 'row ' || i)"],
        "int4range" => ["int4range(i * 2, i * 2 + 1)"],
        "int8range" => ["int8range(i * 2, i * 2 + 1)"],
        "numrange" => ["numrange(i * 2, i * 2 + 1)"],
        "daterange" => ["daterange(date '2000-01-01' + i * 2, date '2000-01-01' + i * 2 + 1)"],
        "tsrange" => ["tsrange(timestamp '2020-01-01' + i * interval '2 hours', timestamp '2020-01-01' + i * interval '2 hours' + interval '1 hour')"],
        "tstzrange" => ["tstzrange(timestamptz '2020-01-01' + i * interval '2 hours', timestamptz '2020-01-01' + i * interval '2 hours' + interval '1 hour')"],
        "point" => ["point(i, i)"],
        "oid" => ["i::oid"],
        _ => [],
    };

    // Short ones keep the end of the number, which tells rows apart as long as there is room for it.
    private static string[] Texts(string type, string? length)
    {
        var most = length ?? (type == "character" ? "1" : null);
        return most is null
            ? ["'row ' || i", "'row' || i || '@example.com'", "'https://example.com/' || i", "i::text", "upper(md5(i::text))"]
            : [$"right('row ' || i, {most})", $"right('row' || i || '@example.com', {most})", $"right(i::text, {most})", $"lpad(i::text, {most}, '0')", $"upper(left(md5(i::text), {most}))"];
    }

    private static string Number(string? length)
    {
        if (length?.Split(',') is not [var digits, .. var rest])
            return "i";
        var whole = int.Parse(digits, CultureInfo.InvariantCulture) - (rest is [var scale] ? int.Parse(scale, CultureInfo.InvariantCulture) : 0);
        return whole > 9 ? "i" : $"i % {(long)Math.Pow(10, Math.Max(0, whole))}";
    }

    private static IEnumerable<string> Stated(ImmutableArray<string> checks, string type, string whole) => type switch
    {
        "text" or "character varying" or "character" or "citext" => StatedTexts(checks, whole),
        "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" => StatedNumbers(checks, whole),
        _ => [],
    };

    /// <summary>Between the numbers that a check names, and on either side of them, as in <c>share > 5 AND share &lt; 50</c>.</summary>
    private static IEnumerable<string> StatedNumbers(ImmutableArray<string> checks, string whole)
    {
        var stated = checks.SelectMany(check => StatedNumber().Matches(check)).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        return stated is []
            ? []
            : ((decimal[])[decimal.Floor((stated.Min() + stated.Max()) / 2), stated.Max() + 1, stated.Min() - 1, stated.Min()])
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"{number}::{whole}"));
    }

    /// <summary>What a check names is what it likely allows, as in <c>status IN ('open', 'closed')</c>.</summary>
    private static IEnumerable<string> StatedTexts(ImmutableArray<string> checks, string whole)
    {
        foreach (var check in checks.Where(check => !check.Contains('~', StringComparison.Ordinal)))
        {
            var literals = Literal().Matches(check).Select(match => $"{match.Value}::{whole}").Distinct().ToList();
            if (literals is not [])
                yield return OneOf(literals);
        }
    }

    private static string OneOf(IEnumerable<string> values)
    {
        var list = values.ToList();
        return $"(ARRAY[{string.Join(", ", list)}])[i % {list.Count} + 1]";
    }

    /// <summary>As in <c>numeric(10,2)</c>, <c>timestamp(3) with time zone</c>.</summary>
    private static (string Type, string? Length) Split(string type) => Length().Match(type) is { Success: true } found
        ? (type.Remove(found.Index, found.Length), found.Groups["n"].Value)
        : (type, null);

    [GeneratedRegex(@"\((?<n>[0-9,]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"(?<![\w.])-?[0-9]{1,9}(?:\.[0-9]{1,9})?(?![\w.])", RegexOptions.CultureInvariant)]
    private static partial Regex StatedNumber();

    [GeneratedRegex(@"'(?:[^']|'')*'", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
