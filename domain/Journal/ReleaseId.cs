using System.Buffers;
using System.Globalization;

namespace ReleaseInfra.Domain.Journal;

/// <summary>One release of one stack, forever. Part of file names: lower-case letters, digits and hyphens, at most 64.</summary>
public sealed record ReleaseId
{
    private const int Longest = 64;
    private const int PlanDigits = 8;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");

    private ReleaseId(string text) => Text = text;

    public string Text { get; }

    /// <summary>Ids sort as their releases began, to the second: <c>20261121-093000-0a1b2c3d</c>.</summary>
    /// <param name="planHash">Of the release's plan.</param>
    public static ReleaseId Of(DateTimeOffset began, string planHash) => Parse(string.Create(
        CultureInfo.InvariantCulture,
        $"{began.UtcDateTime:yyyyMMdd-HHmmss}-{planHash[..PlanDigits]}"));

    /// <exception cref="FormatException">The text is no such id.</exception>
    public static ReleaseId Parse(string text) =>
        text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExcept(Allowed)
            ? new ReleaseId(text)
            : throw new FormatException($"'{text}' is no release's id: it has lower-case letters, digits and hyphens, at most {Longest}.");

    public override string ToString() => Text;
}
