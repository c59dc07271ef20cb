using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ReleaseInfra.Domain.Releases;

/// <summary>An immutable version: <c>v1.2.3</c> (semantic, without build metadata) or <c>sha-</c> and 40 hexadecimal digits.</summary>
/// <remarks>
/// Two tags must never give the same revision suffix, and a suffix knows neither capitals nor a difference between '.'
/// and '-': so a pre-release part has lower-case letters, digits and dots only, and none of its identifiers is 'r' and a
/// number, which in a suffix is the <see cref="SlotRelease.Revision"/>.
/// </remarks>
public sealed record ImageTag
{
    public const string Allowed = "an immutable version such as v1.2.3, v1.2.3-rc.1 or sha- and 40 hexadecimal digits";

    private const int CommitDigits = 40;
    private const int CommitDigitsInNames = 12;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> LowerCase = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    private ImageTag(string text) => Text = text;

    public string Text { get; }

    /// <summary>As part of a revision's name: <c>v1-2-3</c>, <c>sha-0123456789ab</c>.</summary>
    public string InNames => Text.StartsWith("sha-", StringComparison.Ordinal)
        ? Text[..("sha-".Length + CommitDigitsInNames)]
        : Text.Replace('.', '-');

    public static bool TryParse(string text, [NotNullWhen(true)] out ImageTag? tag)
    {
        tag = IsCommit(text) || IsVersion(text) ? new ImageTag(text) : null;
        return tag is not null;
    }

    /// <exception cref="FormatException">The text is no such version.</exception>
    public static ImageTag Parse(string text) =>
        TryParse(text, out var tag) ? tag : throw new FormatException($"'{text}' is not {Allowed}.");

    public override string ToString() => Text;

    private static bool IsCommit(string text) =>
        text.StartsWith("sha-", StringComparison.Ordinal)
        && text.Length == "sha-".Length + CommitDigits
        && !text.AsSpan("sha-".Length).ContainsAnyExcept(Hexadecimal);

    private static bool IsVersion(string text)
    {
        if (!text.StartsWith('v'))
            return false;
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        var core = (hyphen < 0 ? text[1..] : text[1..hyphen]).Split('.');
        return core.Length == 3
            && Array.TrueForAll(core, IsNumber)
            && (hyphen < 0 || Array.TrueForAll(text[(hyphen + 1)..].Split('.'), IsPreRelease));
    }

    private static bool IsNumber(string part) =>
        part.Length is > 0 and <= 9
        && !part.AsSpan().ContainsAnyExceptInRange('0', '9')
        && (part.Length == 1 || part[0] != '0');

    private static bool IsPreRelease(string part) =>
        part.Length > 0
        && !part.AsSpan().ContainsAnyExcept(LowerCase)
        && (part.AsSpan().ContainsAnyExceptInRange('0', '9') || IsNumber(part))
        && !(part[0] == 'r' && IsNumber(part[1..]));
}
